import { useRef } from "preact/hooks";

import type { DeskParts } from "./Desk";

/** Each with the ending of its door. */
const FORMATS = [
  ["html", "save-summary-html"],
  ["md", "save-summary-md"],
  ["csv", "save-summary-csv"],
  ["json", "save-summary-json"],
] as const;

/** The published summary as a file of one's own. */
export function SaveSummary({ session, parts: { t, keep, fail, say } }: { session: string; parts: DeskParts }) {
  const saving = useRef(false);
  async function save(format: string): Promise<void> {
    if (saving.current) return;
    saving.current = true;
    const problem = await keep(`/api/desk/sessions/${session}/export.${format}`);
    saving.current = false;
    if (problem === null) say(t("done-summary-saved"));
    else fail(problem);
  }
  return (
    <section class="stack tight no-print" aria-label={t("save-summary")}>
      <p class="label">{t("save-summary")}</p>
      <div class="row">
        {FORMATS.map(([format, name]) => (
          <button key={format} type="button" class="button slim" onClick={() => void save(format)}>
            {t(name)}
          </button>
        ))}
      </div>
      <p class="small soft">{t("save-summary-how")}</p>
    </section>
  );
}
