/** The stranger's card, above the box for a reply or above the wall: quiet, and closed where it is veiled. */
import { useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { useAnnounced } from "../announce";
import type { Here } from "../here";
import { t } from "../text";
import { VEILS } from "./veils";

export function DealtCard({ here, run, replies }: { here: Here; run: number; replies: boolean }) {
  const card = here.dealt.card(run);
  const [opened, setOpened] = useState<string | null>(null);
  const nothing = card === null ? t(here.dealt.answered(run) ? (replies ? "dealt-none" : "dealt-none-to-read") : replies ? "dealt-coming" : "dealt-coming-to-read") : "";
  useAnnounced(card === null ? nothing : t("dealt-lead"));
  if (card === null) return <p class="soft">{nothing}</p>;
  const closed = card.veil !== null && opened !== card.id;
  return (
    <section class="stack tight" aria-label={t("dealt-lead")}>
      <p class="small soft">{t("dealt-lead")}</p>
      {closed && card.veil !== null ? (
        <div class="card veiled row">
          <Icon name="veil" />
          <span class="grow">
            <strong>{t(VEILS[card.veil])}</strong> {t("veil-closed")}
          </span>
          <button type="button" class="button" onClick={() => setOpened(card.id)}>
            {t("veil-open")}
          </button>
        </div>
      ) : (
        <blockquote class="card" dir="auto">
          {card.text}
          {card.veil !== null && (
            <footer class="row">
              <button type="button" class="button" onClick={() => setOpened(null)}>
                {t("veil-close")}
              </button>
            </footer>
          )}
        </blockquote>
      )}
    </section>
  );
}
