import { useState } from "preact/hooks";

import type { AgendaOffer, CreateSession, SessionRowView } from "../../../realtime/client/desk";
import { localField } from "../closing/times";
import { Choice, Group } from "./Choice";
import { type DeskParts, helpMissing, openLinks } from "./Desk";
import { Exercises } from "./Exercises";
import { notApproved } from "./Tender";

const DAYS = [0, 7, 30, 90];
const HOUR = 3_600_000;

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

/** Everything that is decided before a session: it starts with the gentlest choices. */
export function NewSession(parts: DeskParts) {
  const { t, ask, view, say, fail, go, refresh } = parts;
  const [made, setMade] = useState<CreateSession>({
    agenda: "",
    practice: true,
    presence: "together",
    floor: 5,
    approval: false,
    startsMs: null,
    retentionDays: 0,
  });
  const [kind, setKind] = useState<"agendas" | "exercises">("agendas");
  const [later, setLater] = useState(false);
  const [date, setDate] = useState(() => localField(Date.now() + HOUR));
  const [missing, setMissing] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (changes: Partial<CreateSession>): void => {
    setMissing(null);
    setMade({ ...made, ...changes });
  };
  const offers = view.agendas;
  const onlyPractice = (id: string): boolean =>
    view.agendas.some((offer) => offer.id === id && offer.practice) ||
    [...view.agendas, ...view.exercises].some((offer) => offer.id === id && notApproved(view, offer.tender).length > 0);
  const choose = (agenda: string): void => change({ agenda, practice: onlyPractice(agenda) || made.practice });
  const show = (next: typeof kind): void => {
    setKind(next);
    change({ agenda: "" }); // what can no longer be seen is no longer chosen
  };
  const noHelp = helpMissing(view);

  async function make(): Promise<void> {
    if (busy) return;
    const startsMs = later ? new Date(date).getTime() : null;
    if (made.agenda === "") return setMissing("new-choose");
    if (startsMs !== null && !(startsMs > Date.now())) return setMissing("new-date-missing");
    setBusy(true);
    const answered = await ask<SessionRowView>("/api/desk/sessions", { ...made, startsMs });
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
      {kind === "exercises" && <Exercises parts={parts} chosen={made.agenda} choose={choose} />}
      {kind === "agendas" && (
        <Group name={t("new-which")} wide>
          {offers.length === 0 && <p>{t("new-no-agendas")}</p>}
          {offers.map((offer) => (
            <Choice
              key={offer.id}
              group="agenda"
              checked={made.agenda === offer.id}
              name={offer.title}
              how={aboutAgenda(offer, parts)}
              onPick={() => choose(offer.id)}
            />
          ))}
        </Group>
      )}
      <Group name={t("new-kind")}>
        <Choice group="kind" checked={made.practice} name={t("new-practice")} how={t("new-practice-how")} onPick={() => change({ practice: true })} />
        <Choice
          group="kind"
          checked={!made.practice}
          disabled={onlyPractice(made.agenda)}
          name={t("new-real")}
          how={t(noHelp ? "new-real-no-help" : "new-real-how")}
          onPick={() => change({ practice: false })}
        />
      </Group>
      <Group name={t("new-place")}>
        <Choice group="place" checked={made.presence === "together"} name={t("new-together")} how={t("new-together-how")} onPick={() => change({ presence: "together" })} />
        <Choice group="place" checked={made.presence === "apart"} name={t("new-apart")} how={t("new-apart-how")} onPick={() => change({ presence: "apart" })} />
      </Group>
      <Group name={t("new-floor")}>
        {made.practice && <p class="soft both">{t("new-floor-practice")}</p>}
        {!made.practice && <Choice group="floor" checked={made.floor === 5} name={t("new-floor-five")} how={t("new-floor-five-how")} onPick={() => change({ floor: 5 })} />}
        {!made.practice && <Choice group="floor" checked={made.floor === 4} name={t("new-floor-four")} how={t("new-floor-four-how")} onPick={() => change({ floor: 4 })} />}
        <p class="small soft both">{t("new-floor-summary")}</p>
      </Group>
      <Group name={t("new-door")}>
        <Choice type="checkbox" group="approval" checked={made.approval} name={t("new-approval")} how={t("new-approval-how")} onPick={(approval) => change({ approval })} />
      </Group>
      <Group name={t("new-when")}>
        <Choice group="when" checked={!later} name={t("new-now")} onPick={() => setLater(false)} />
        <Choice group="when" checked={later} name={t("new-later")} onPick={() => setLater(true)} />
        {later && (
          <div class="field both">
            <label class="label" for="new-date">
              {t("new-date")}
            </label>
            <input id="new-date" type="datetime-local" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
          </div>
        )}
      </Group>
      <div class="field">
        <label class="label" for="new-retention">
          {t("new-retention")}
        </label>
        <select id="new-retention" aria-describedby="new-retention-how" value={String(made.retentionDays)} onChange={(event) => change({ retentionDays: Number(event.currentTarget.value) })}>
          {DAYS.map((days) => (
            <option key={days} value={String(days)}>
              {days === 0 ? t("new-retention-none") : t("new-retention-days", { days })}
            </option>
          ))}
        </select>
        <p id="new-retention-how" class="small soft">
          {t("new-retention-how")}
        </p>
      </div>
      <div class="stack tight">
        <button type="submit" class="button main fits" aria-disabled={busy}>
          {t(busy ? "new-making" : later ? "new-make" : "new-make-open")}
        </button>
        <p role="alert" class="tag care">
          {missing !== null && t(missing)}
        </p>
      </div>
    </form>
  );
}
