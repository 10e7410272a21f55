import { useEffect, useRef, useState } from "preact/hooks";

import type { DeskView, SessionLinks, SessionRowView, SummaryPage } from "../../../realtime/client/desk";
import { Icon } from "../../../realtime/client/look/Icon";
import type { Translate } from "../../../realtime/client/strings";
import { type Ask, type Problem, PROBLEMS } from "../closing/ask";
import { Published } from "../closing/Closing";
import type { Keep } from "../closing/keep";
import { Notice } from "../Notice";
import { HelpPageEditor } from "./HelpPageEditor";
import { Links } from "./Links";
import { MeetingLink } from "./MeetingLink";
import { NewSession } from "./NewSession";
import { Programmes } from "./Programmes";
import { ProgrammeSession } from "./ProgrammeSession";
import { SaveSummary } from "./SaveSummary";
import { Sessions } from "./Sessions";
import { StoredOfSession } from "./StoredOfSession";
import { Tender } from "./Tender";

export function NoWayIn({ title, why, t }: { title: string; why: string; t: Translate }) {
  return (
    <Notice title={title} mark={t("mark")}>
      <p>{why}</p>
    </Notice>
  );
}

/** Which part of the desk lies open. */
export type Place =
  | { t: "sessions" }
  | { t: "new" }
  | { t: "programmes" }
  | { t: "programme-session"; programme: string; number: number }
  | { t: "tender" }
  | { t: "help" }
  | { t: "meeting" }
  | { t: "links"; title: string; links: SessionLinks; ended: boolean }
  | { t: "stored"; session: string; title: string }
  | { t: "summary"; session: string; page: SummaryPage };

/** What all parts of the desk can do. `say` speaks in the page's only live region. */
export interface DeskParts {
  t: Translate;
  ask: Ask;
  keep: Keep;
  view: DeskView;
  say: (text: string) => void;
  fail: (problem: Problem) => void;
  go: (place: Place) => void;
  /** Reads the desk anew. */
  refresh: () => Promise<void>;
}

interface Said {
  text: string;
  bad: boolean;
}

const QUIET: Said = { text: "", bad: false };
const VIEWS = [
  ["sessions", "desk-sessions"],
  ["new", "desk-new"],
  ["programmes", "desk-programmes"],
  ["tender", "desk-tender"],
  ["help", "desk-help"],
  ["meeting", "desk-meeting"],
] as const;

export const helpMissing = (view: DeskView): boolean => view.helpPage.text.trim() === "";

/** The links of a session that is (or now becomes) live. Gives whether they are shown. */
export async function openLinks(row: SessionRowView, { ask, fail, go, refresh }: DeskParts): Promise<void> {
  const answered = await ask<SessionLinks>(`/api/desk/sessions/${row.id}/open`, {});
  await refresh();
  if ("problem" in answered) fail(answered.problem);
  else go({ t: "links", title: row.title, links: answered.got, ended: row.stage === "ended" });
}

function Part({ place, parts }: { place: Place; parts: DeskParts }) {
  const { t, go } = parts;
  switch (place.t) {
    case "sessions":
      return <Sessions {...parts} />;
    case "new":
      return <NewSession {...parts} />;
    case "programmes":
      return <Programmes {...parts} />;
    case "programme-session":
      return <ProgrammeSession parts={parts} id={place.programme} number={place.number} />;
    case "meeting":
      return <MeetingLink {...parts} />;
    case "tender":
      return <Tender {...parts} />;
    case "help":
      return <HelpPageEditor {...parts} />;
    case "links":
      return <Links title={place.title} links={place.links} ended={place.ended} say={parts.say} t={t} />;
    case "stored":
      return <StoredOfSession session={place.session} title={place.title} parts={parts} />;
    case "summary":
      return (
        <>
          <p class="no-print">
            <button type="button" class="button" onClick={() => go({ t: "sessions" })}>
              <Icon name="back" />
              {t("desk-back")}
            </button>
          </p>
          <Published page={place.page} t={t} />
          <SaveSummary session={place.session} parts={parts} />
        </>
      );
  }
}

/** The organizer's desk: sessions before and after they are played. It never shows anything of what is said in one. */
export function Desk({ t, ask, keep }: { t: Translate; ask: Ask; keep: Keep }) {
  const [view, setView] = useState<DeskView | null>(null);
  const [lost, setLost] = useState<Problem | null>(null);
  const [place, setPlace] = useState<Place>({ t: "sessions" });
  const [said, setSaid] = useState<Said>(QUIET);
  const saidRef = useRef<HTMLDivElement>(null);
  // What is said stands above a long page, and the button that was pressed may be far down.
  useEffect(() => {
    if (said.text !== "") saidRef.current?.scrollIntoView?.({ block: "nearest" });
  }, [said]);
  const mainRef = useRef<HTMLElement>(null);

  async function refresh(): Promise<void> {
    const answered = await ask<DeskView>("/api/desk");
    if ("problem" in answered) setLost(answered.problem);
    else {
      setLost(null);
      setView(answered.got);
      document.title = t("desk-title", { organization: answered.got.organization });
    }
  }
  const refreshRef = useRef(refresh);
  useEffect(() => void refreshRef.current(), []);
  const loaded = view !== null;
  useEffect(() => {
    if (loaded) mainRef.current?.querySelector<HTMLElement>("h1")?.focus();
  }, [place, loaded]);

  if (lost === "link_ended") return <NoWayIn title={t("desk-link-ended-title")} why={t("desk-link-missing")} t={t} />;
  if (view === null)
    return (
      <Notice title={t(lost === null ? "desk-loading" : "desk-no-line-title")} mark={t("mark")}>
        {lost !== null && (
          <>
            <p role="status">{t(PROBLEMS[lost])}</p>
            <button type="button" class="button main" onClick={() => void refresh()}>
              {t("desk-again")}
            </button>
          </>
        )}
      </Notice>
    );
  const go = (next: Place): void => {
    setSaid(QUIET);
    setPlace(next);
  };
  const parts: DeskParts = {
    t,
    ask,
    keep,
    view,
    refresh,
    go,
    say: (text) => setSaid({ text, bad: false }),
    fail: (problem) => setSaid({ text: t(PROBLEMS[problem]), bad: true }),
  };
  return (
    <div class="desk-page">
      <header class="desk-top no-print">
        <Icon name="mark" class="mark" label={t("mark")} />
        <strong class="grow">{view.organization}</strong>
        <nav aria-label={t("desk-views")} class="row">
          {VIEWS.map(([to, name]) => (
            <button key={to} type="button" class="button" aria-current={place.t === to ? "page" : undefined} onClick={() => go({ t: to })}>
              {t(name)}
            </button>
          ))}
        </nav>
      </header>
      <main ref={mainRef} class="desk-main">
        {helpMissing(view) && place.t !== "help" && (
          <div class="banner care no-print">
            <Icon name="warn" />
            <span class="grow">{t("desk-help-missing")}</span>
            <button type="button" class="button" onClick={() => go({ t: "help" })}>
              {t("desk-help-write")}
            </button>
          </div>
        )}
        <div ref={saidRef} role="status" class={said.text === "" ? "hidden" : said.bad ? "banner care no-print" : "banner kept no-print"}>
          {said.text}
        </div>
        <Part place={place} parts={parts} />
      </main>
    </div>
  );
}
