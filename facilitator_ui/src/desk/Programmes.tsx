import { useState } from "preact/hooks";

import type { ProgrammeRowView, ProgrammeSessionOffer, ProgrammeSessionView, SummaryPage } from "../../../realtime/client/desk";
import { Icon } from "../../../realtime/client/look/Icon";
import { Dialog } from "../console/Dialog";
import { type DeskParts, helpMissing, openLinks } from "./Desk";
import { SessionList } from "./SessionList";
import { TONE } from "./Sessions";
import { StartProgramme } from "./StartProgramme";

/** As the library has them; where it has that series no longer, what the programme itself knows. */
function sessionsOf({ sessions, offer }: ProgrammeRowView, { view }: DeskParts): ProgrammeSessionOffer[] {
  const offered = view.programmeOffers.find(({ id }) => id === offer)?.sessions;
  return offered ?? sessions.map(({ number, title, until }) => ({ number, title, until, phase: "work", minutes: 0, focus: [], activities: [], tender: [] }));
}

/** The first session that nobody has made ready yet. */
export const nextOf = ({ sessions }: ProgrammeRowView): ProgrammeSessionView | undefined => sessions.find(({ session }) => session === null);

function Beside({ programme, session, next, parts }: { programme: ProgrammeRowView; session: ProgrammeSessionView; next: boolean; parts: DeskParts }) {
  const { t, view, ask, go, fail } = parts;
  const row = view.sessions.find(({ id }) => id === session.session);
  // One that is ready comes first: two bright buttons beside each other would say nothing.
  const waits = programme.sessions.some(({ state }) => state === "scheduled" || state === "live");
  const named = { number: session.number, title: session.title };
  async function summary(): Promise<void> {
    if (session.session === null) return;
    const answered = await ask<SummaryPage>(`/api/desk/sessions/${session.session}/summary`);
    if ("problem" in answered) fail(answered.problem);
    else go({ t: "summary", session: session.session, page: answered.got });
  }
  if (session.state === null)
    return next ? (
      <button type="button" class={waits ? "button slim" : "button lamp slim"} onClick={() => go({ t: "programme-session", programme: programme.id, number: session.number })}>
        {t("programme-make", { number: session.number })}
      </button>
    ) : null;
  const [icon, tone] = TONE[session.state];
  return (
    <span class="row">
      {row?.stage === "scheduled" && row.waitsFor.length === 0 && (row.practice || !helpMissing(view)) && (
        <button type="button" class="button lamp slim" aria-label={t("programme-open-one", named)} onClick={() => void openLinks(row, parts)}>
          {t("row-open")}
        </button>
      )}
      {row?.hasSummary === true && (
        <button type="button" class="button slim" aria-label={t("programme-summary-one", named)} onClick={() => void summary()}>
          {t("row-summary")}
        </button>
      )}
      <span class={`tag ${tone}`}>
        <Icon name={icon} />
        {t(`stage-${session.state}`)}
      </span>
    </span>
  );
}

function One({ programme, parts, erase }: { programme: ProgrammeRowView; parts: DeskParts; erase: () => void }) {
  const { t } = parts;
  const next = nextOf(programme)?.number;
  const heading = `programme-${programme.id}`;
  const beside = (number: number) => {
    const session = programme.sessions.find((one) => one.number === number);
    return session === undefined ? null : <Beside programme={programme} session={session} next={number === next} parts={parts} />;
  };
  return (
    <section class="sheet stack" aria-labelledby={heading}>
      <h2 class="title" id={heading}>
        {programme.title}
      </h2>
      <p class="session-facts">
        <span class="num">{t("programme-people", { people: programme.people })}</span>
        <span class="num">{t("programme-lines", { lines: programme.lines })}</span>
      </p>
      <SessionList sessions={sessionsOf(programme, parts)} beside={beside} next={next} name={t("programme-list", { title: programme.title })} t={t} />
      <div class="row">
        <span class="small soft grow">{t("programme-more")}</span>
        <button type="button" class="button slim care" aria-describedby={heading} onClick={erase}>
          {t("programme-erase")}
        </button>
      </div>
    </section>
  );
}

const plain = (title: string): string => title.trim().replaceAll(/\s+/g, " ").toLocaleLowerCase();

/** What goes with a programme cannot come back: its title is typed first. */
function AskErase({ programme, parts, onClose }: { programme: ProgrammeRowView; parts: DeskParts; onClose: () => void }) {
  const { t, ask, say, fail, refresh } = parts;
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  // What is being played began with its agreements.
  const live = programme.sessions.some(({ state }) => state === "live");
  const ready = !busy && plain(typed) === plain(programme.title);
  async function erase(): Promise<void> {
    if (!ready) return;
    setBusy(true);
    const answered = await ask<object>(`/api/desk/programmes/${programme.id}/erase`, {});
    await refresh();
    onClose();
    if ("problem" in answered) fail(answered.problem);
    else say(t("done-programme-erased"));
  }
  if (live)
    return (
      <Dialog title={t("programme-erase-live-title")} onClose={onClose}>
        <p>{t("programme-erase-live", { title: programme.title })}</p>
        <button type="button" class="button main fits" onClick={onClose}>
          {t("ask-no")}
        </button>
      </Dialog>
    );
  return (
    <Dialog title={t("programme-erase-title")} onClose={onClose}>
      <p>{t("programme-erase-what", { title: programme.title, people: programme.people })}</p>
      <p class="small soft">{t("programme-erase-sessions")}</p>
      <div class="field">
        <label class="label" for="erase-title">
          {t("programme-erase-type")}
        </label>
        <input id="erase-title" type="text" value={typed} autocomplete="off" spellcheck={false} onInput={(event) => setTyped(event.currentTarget.value)} />
      </div>
      <div class="row">
        <button type="button" class="button main" onClick={onClose}>
          {t("ask-no")}
        </button>
        <button type="button" class="button care" aria-disabled={!ready} onClick={() => void erase()}>
          {t("ask-erase-yes")}
        </button>
      </div>
    </Dialog>
  );
}

/** The series that groups of this organization go through, and a new one. */
export function Programmes(parts: DeskParts) {
  const { t, view } = parts;
  const [starting, setStarting] = useState(false);
  const [erasing, setErasing] = useState<ProgrammeRowView | null>(null);
  return (
    <div class="stack wide">
      <div class="row">
        <h1 class="prompt grow" tabIndex={-1}>
          {t("desk-programmes")}
        </h1>
        {!starting && view.programmeOffers.length > 0 && (
          <button type="button" class="button main" onClick={() => setStarting(true)}>
            <Icon name="plus" />
            {t("programme-start-title")}
          </button>
        )}
      </div>
      <p class="reading">{t("programmes-how")}</p>
      {starting && <StartProgramme parts={parts} done={() => setStarting(false)} />}
      {view.programmes.length === 0 && !starting && (
        <div class="hold empty stack tight">
          <p class="voice lead">{t("programmes-none")}</p>
        </div>
      )}
      {view.programmes.map((programme) => (
        <One key={programme.id} programme={programme} parts={parts} erase={() => setErasing(programme)} />
      ))}
      {erasing !== null && <AskErase programme={erasing} parts={parts} onClose={() => setErasing(null)} />}
    </div>
  );
}
