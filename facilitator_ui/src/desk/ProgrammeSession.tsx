import { useState } from "preact/hooks";

import type { SessionRowView } from "../../../realtime/client/desk";
import { type DeskParts, openLinks } from "./Desk";
import { notApproved } from "./Tender";
import { MakeIt, startOf, Terms, useTerms } from "./Terms";

/** One session of a programme, on the same terms as any other; what is played is given. */
export function ProgrammeSession({ parts, id, number }: { parts: DeskParts; id: string; number: number }) {
  const { t, ask, view, say, fail, go, refresh } = parts;
  const [missing, setMissing] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const state = useTerms(() => setMissing(null));
  const programme = view.programmes.find((one) => one.id === id);
  const session = programme?.sessions.find((one) => one.number === number);
  const offer = view.programmeOffers.find((one) => one.id === programme?.offer)?.sessions.find((one) => one.number === number);
  if (programme === undefined || session === undefined) return <h1 class="prompt">{t("problem-unknown-programme")}</h1>;
  const off = notApproved(view, offer?.tender ?? []);

  async function make(): Promise<void> {
    if (busy) return;
    const startsMs = startOf(state);
    if (startsMs === "past") return setMissing("new-date-missing");
    setBusy(true);
    const answered = await ask<SessionRowView>(`/api/desk/programmes/${id}/sessions`, { ...state.terms, number, startsMs });
    setBusy(false);
    if ("problem" in answered) return fail(answered.problem);
    if (startsMs === null) return openLinks(answered.got, parts);
    await refresh();
    go({ t: "programmes" });
    say(t("done-made"));
  }
  return (
    <form
      class="stack wide"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div class="stack tight">
        <p class="label">{t("row-of", { number, of: programme.sessions.length, title: programme.title })}</p>
        <h1 class="prompt" tabIndex={-1}>
          {session.title}
        </h1>
      </div>
      {offer !== undefined && <p class="reading soft">{t("programme-plays", { minutes: offer.minutes, titles: offer.activities.join(", ") })}</p>}
      {off.length > 0 && (
        <p>
          <strong>{t("exercise-tender-off", { titles: off.join(", ") })}</strong>
        </p>
      )}
      <p class="reading">{t("programme-carries", { lines: programme.lines })}</p>
      <Terms parts={parts} state={state} onlyPractice={off.length > 0} />
      <MakeIt t={t} later={state.later} busy={busy} missing={missing} />
    </form>
  );
}
