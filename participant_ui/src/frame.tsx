/** Bar, one thing, foot. Rest and Help never move, and nothing covers them. */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useRef } from "preact/hooks";

import { Banner } from "../../realtime/client/look/Banner";
import type { HeldAnswer } from "../../realtime/client/held";
import { Icon } from "../../realtime/client/look/Icon";
import type { CareRequestView } from "../../realtime/client/wire";
import { useAnnounced } from "./announce";
import type { Here } from "./here";
import { cardIn } from "./mycards";
import { CheckIn } from "./screens/checkin";
import { LeavingBar } from "./screens/leavingbar";
import { t } from "./text";

/** What the phone says of a wish for a person once it is settled. */
export const CARE_NEWS = { answered: "care-answered", handed_over: "care-handed-over", taken_back: "care-taken-back" } as const;

/** What must be seen and reached of a room over which a page stands. */
export type Parts = Record<"News" | "Foot", (props: { here: Here }) => ComponentChildren>;

/** Given by whoever lays a page over a room; null: there is none. */
export const Meanwhile = createContext<Parts | null>(null);

interface FrameProps {
  here: Here;
  /** Said instead of the activity's title. */
  where?: string;
  foot?: ComponentChildren;
  /** Three buttons of one kind stand in the foot. */
  threeFold?: boolean;
  /** Stays in sight under the bar, such as a clock. */
  under?: ComponentChildren;
  children: ComponentChildren;
}

export function Bar({ where, practice, under, children }: { where: string; practice: boolean; under?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <header>
      <div class="bar">
        <Icon name="mark" class="mark" />
        <span class="grow">{where}</span>
        {children}
      </div>
      {practice && (
        <p class="practice">
          <strong>{t("practice-lead")}</strong> {t("practice-more")}
        </p>
      )}
      {under}
    </header>
  );
}

function InSessionBar({ here, where, under }: Pick<FrameProps, "here" | "where" | "under">) {
  const { shared, seat, closed } = here.session.store;
  // A line that is closed for good takes no wish along any more.
  const canRest = closed.value === null && seat.value?.state === "here" && shared.value?.phase !== "ended";
  // The help page has it among what is also there.
  const toWritten = here.hasWritten && here.over.value !== "written" && here.over.value !== "help" && shared.value?.phase !== "ended";
  const title = where ?? shared.value?.activity?.title ?? shared.value?.title ?? t("product");
  return (
    <Bar where={title} practice={shared.value?.practice ?? false} under={under}>
      {toWritten && (
        <button type="button" class="button quiet" onClick={() => (here.over.value = "written")}>
          <Icon name="card" />
          <span class="where-wide">{t("written")}</span>
        </button>
      )}
      {canRest && (
        <button type="button" class="button quiet" onClick={() => void here.wish({ t: "rest" })}>
          <Icon name="rest" />
          {t("rest")}
        </button>
      )}
      {here.over.value !== "help" && (
        <button type="button" class="button quiet" onClick={() => (here.over.value = "help")}>
          <Icon name="help" />
          {t("help")}
        </button>
      )}
    </Bar>
  );
}

/** Said once for the whole session, whichever screen is open: a line often comes back together with another screen. */
export function LineSaid({ here }: { here: Here }) {
  const line = here.session.store.line.value;
  const away = line === "reconnecting";
  const wasAway = useRef(false);
  if (away) wasAway.current = true;
  useAnnounced(away ? `${t("reconnecting-lead")} ${t("reconnecting")}` : line === "live" && wasAway.current ? t("line-back") : "");
  return null;
}

/** One at a time: a lost line first, then why a wish was not granted. */
function State({ here }: { here: Here }) {
  const away = here.session.store.line.value === "reconnecting";
  const notice = here.notice.value;
  useAnnounced(notice === null ? "" : t(notice));
  if (away)
    return (
      <Banner icon="offline">
        <strong>{t("reconnecting-lead")}</strong> {t("reconnecting")}
        {notice !== null && ` ${t(notice)}`}
      </Banner>
    );
  return notice === null ? null : (
    <Banner icon="warn" tone="care">
      {t(notice)}
    </Banner>
  );
}

/** The facilitators' note to everybody, quietly, until they take it away. */
function Note({ note }: { note: string }) {
  useAnnounced(`${t("note-lead")} ${note}`);
  return (
    <p class="row note">
      <Icon name="note" />
      <span class="grow">
        <span class="small soft">{t("note-lead")}</span> <span class="voice">{note}</span>
      </span>
    </p>
  );
}

/** To every phone alike, so that it means nobody in particular; it leaves when it was read. */
function HelpOffered({ here }: { here: Here }) {
  const shown = here.helpOffered && here.over.value !== "help";
  useAnnounced(shown ? t("help-offered") : "");
  if (!shown) return null;
  const see = () => {
    here.putHelpAway();
    here.over.value = "help";
  };
  return (
    <div class="stack tight note help-offered">
      <p>{t("help-offered")}</p>
      <div class="row">
        <button type="button" class="button" onClick={see}>
          <Icon name="help" />
          {t("help-offered-see")}
        </button>
        <button type="button" class="button quiet" onClick={() => here.putHelpAway()}>
          {t("help-offered-away")}
        </button>
      </div>
    </div>
  );
}

/** A card was given back with a note: said wherever the person is, until the note was opened. */
function Returned({ here }: { here: Here }) {
  const news = here.unreadNotes > 0;
  useAnnounced(news ? t("cards-returned") : "");
  return news ? (
    <button type="button" class="button returned" onClick={() => (here.over.value = "written")}>
      <Icon name="returned" />
      {t("cards-returned")}
    </button>
  ) : null;
}

/** What becomes of a wish for a person, for as long as it is open; the help page says more. */
function Care({ outcome }: { outcome: CareRequestView["outcome"] }) {
  const told = outcome === null ? t("care-told") : "";
  useAnnounced(outcome === null ? told : t(CARE_NEWS[outcome]));
  return told === "" ? null : (
    <p class="tag care">
      <Icon name="care" />
      {told}
    </p>
  );
}

/** What became of an answer to a stage that this phone slept past, for as long as nobody here has read it. */
export function earlierNews(here: Here): string {
  const { held, store } = here.session;
  const earlier: HeldAnswer | null = held.earlierBadNews(store.shared.value?.stage?.run ?? null);
  if (earlier === null) return "";
  if (earlier.state === "unconfirmed") return t("earlier-unconfirmed");
  return t(earlier.collected ? "earlier-line" : cardIn(earlier.answer) === null ? "earlier-lost" : "earlier-lost-card");
}

function Earlier({ here }: { here: Here }) {
  const news = earlierNews(here);
  if (news === "") return null;
  return (
    <p class="row small soft">
      <span class="grow">{news}</span>
      <button type="button" class="button quiet" onClick={() => here.session.held.tell()}>
        {t("earlier-noted")}
      </button>
    </p>
  );
}

export function Frame({ here, where, foot, threeFold = false, under, children }: FrameProps) {
  const { shared, seat } = here.session.store;
  const note = shared.value?.phase === "ended" ? null : (shared.value?.note ?? null);
  const care = seat.value?.care ?? null;
  const meanwhile = useContext(Meanwhile);
  return (
    <div class="phone">
      <InSessionBar here={here} where={where} under={under} />
      <main>
        <State here={here} />
        {here.over.value !== null && <LeavingBar here={here} />}
        {meanwhile !== null && <meanwhile.News here={here} />}
        {care !== null && here.over.value !== "help" && <Care outcome={care.outcome} />}
        {note !== null && <Note key={note} note={note} />}
        <HelpOffered here={here} />
        {here.over.value !== "written" && <Returned here={here} />}
        <Earlier here={here} />
        <CheckIn here={here} />
        {children}
      </main>
      {foot !== undefined && (
        <footer class={threeFold ? "foot three" : "foot"}>
          {meanwhile !== null && <meanwhile.Foot here={here} />}
          {foot}
        </footer>
      )}
    </div>
  );
}
