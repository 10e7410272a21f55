import { useState } from "preact/hooks";

import type { AgendaOffer, SessionRowView } from "../../../realtime/client/desk";
import { Choice, Group } from "./Choice";
import { type DeskParts, openLinks } from "./Desk";
import { Exercises } from "./Exercises";
import { notApproved } from "./Tender";
import { MakeIt, startOf, Terms, useTerms } from "./Terms";

function aboutAgenda(offer: AgendaOffer, { t, view }: DeskParts) {
  const off = notApproved(view, offer.tender);
  const approved = view.tender.filter(({ id }) => offer.approved.includes(id)).map(({ title }) => title);
  return (
    <>
      {offer.aim}
      <br />
      <span class="num">{t("new-facts", { minutes: offer.minutes, from: offer.peopleMin, to: offer.peopleMax })}</span>
      {offer.practice && (
        <>
          <br />
          {t("new-only-practice")}
        </>
      )}
      {offer.metBefore && (
        <>
          <br />
          {t("new-met-before")}
        </>
      )}
      {approved.length > 0 && (
        <>
          <br />
          {t("new-tender-approved", { titles: approved.join(", ") })}
        </>
      )}
      {off.length > 0 && (
        <>
          <br />
          <strong>{t("new-tender-off", { titles: off.join(", ") })}</strong>
        </>
      )}
    </>
  );
}

/** A session of its own: what is played, and on which terms. */
export function NewSession(parts: DeskParts) {
  const { t, ask, view, say, fail, go, refresh } = parts;
  const [agenda, setAgenda] = useState("");
  const [kind, setKind] = useState<"agendas" | "exercises">("agendas");
  const [missing, setMissing] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const state = useTerms(() => setMissing(null));
  const offers = view.agendas;
  const onlyPractice = (id: string): boolean =>
    view.agendas.some((offer) => offer.id === id && offer.practice) ||
    [...view.agendas, ...view.exercises].some((offer) => offer.id === id && notApproved(view, offer.tender).length > 0);
  const choose = (id: string): void => {
    setAgenda(id);
    state.change({ practice: onlyPractice(id) || state.terms.practice });
  };
  const show = (next: typeof kind): void => {
    setKind(next);
    setMissing(null);
    setAgenda(""); // what can no longer be seen is no longer chosen
  };

  async function make(): Promise<void> {
    if (busy) return;
    const startsMs = startOf(state);
    if (agenda === "") return setMissing("new-choose");
    if (startsMs === "past") return setMissing("new-date-missing");
    setBusy(true);
    const answered = await ask<SessionRowView>("/api/desk/sessions", { ...state.terms, agenda, startsMs });
    setBusy(false);
    if ("problem" in answered) return fail(answered.problem);
    if (startsMs === null) return openLinks(answered.got, parts);
    await refresh();
    go({ t: "sessions" });
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
      <h1 class="prompt" tabIndex={-1}>
        {t("new-title")}
      </h1>
      <Group name={t("new-agenda")} wide>
        <Choice group="what" checked={kind === "agendas"} name={t("new-evening")} how={t("new-evening-how")} onPick={() => show("agendas")} />
        <Choice group="what" checked={kind === "exercises"} name={t("new-exercise")} how={t("new-exercise-how")} onPick={() => show("exercises")} />
      </Group>
      {kind === "exercises" && <Exercises parts={parts} chosen={agenda} choose={choose} />}
      {kind === "agendas" && (
        <Group name={t("new-which")} wide>
          {offers.length === 0 && <p>{t("new-no-agendas")}</p>}
          {offers.map((offer) => (
            <Choice
              key={offer.id}
              group="agenda"
              checked={agenda === offer.id}
              name={offer.title}
              how={aboutAgenda(offer, parts)}
              onPick={() => choose(offer.id)}
            />
          ))}
        </Group>
      )}
      <Terms parts={parts} state={state} onlyPractice={onlyPractice(agenda)} />
      <MakeIt t={t} later={state.later} busy={busy} missing={missing} />
    </form>
  );
}
