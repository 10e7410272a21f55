import type { ComponentChildren } from "preact";
import { NO_PROOF } from "../../../realtime/client/connection";
import { Icon } from "../../../realtime/client/look/Icon";
import type { ConsoleView, SharedView } from "../../../realtime/client/wire";
import { Door } from "../Door";
import { Notice } from "../Notice";
import { Practice } from "../Practice";
import type { Doing } from "../doing";
import { useKeys } from "../keys";
import { useNarrow } from "../narrow";
import { Besides, Breath, ClosedPicture, Counts, Guide, Heading, Journal, Script } from "./Activity";
import { Agree, Collect } from "./Agree";
import { Care } from "./Care";
import { CheckIn, checkInWish } from "./CheckIn";
import { Circle } from "./Circle";
import { decide, focusQueue, move, undo } from "./cards";
import { Decks, OtherDecks } from "./Decks";
import { DoingContext, useDoing } from "./context";
import { Eyes } from "./Eyes";
import { useKeptFocus } from "./focus";
import { LiveRegion } from "./LiveRegion";
import { NextButton, pressNext } from "./NextButton";
import { linesToCollect, nextStep } from "./next";
import { NoteNow } from "./NotePanel";
import { Panels } from "./Panels";
import { AtDoor, People, PeopleCounts } from "./People";
import { Plan } from "./Plan";
import { Queue } from "./Queue";
import { ForAll } from "./rooms/Board";
import { Calls } from "./rooms/Calls";
import { allRooms } from "./rooms/wishes";
import { Rooms } from "./rooms/Rooms";
import { CalmButton, PhoneBar, TopBar } from "./TopBar";
import { UndoJust } from "./UndoJust";
import { take, wayBack, waySkip } from "./way";

interface Views {
  desk: ConsoleView;
  shared: SharedView;
}

const ENDED = 4410;
const AFTER = new Set([ENDED, NO_PROOF]);

/**
 * The facilitators' page. Everything it needs comes in by `doing`: nothing here opens a line or reads an address. `closing` is what
 * stands here once the session has ended.
 */
export function Console({ doing, closing }: { doing: Doing; closing?: ComponentChildren }) {
  const desk = doing.store.desk.value;
  const shared = doing.store.shared.value;
  const closed = doing.store.closed.value;
  // The link of an ended session opens no line any more, and still leads to its closing page, which says so where it does not. It is
  // the same page before and after the line closes: what was begun there stays.
  const after = shared?.phase === "ended" || (closed !== null && AFTER.has(closed.code));
  if (closing !== undefined && after) return <>{closing}</>;
  return (
    <DoingContext.Provider value={doing}>
      <Door store={doing.store} t={doing.t} ready={desk !== null && shared !== null}>
        {desk !== null && shared !== null && <Desk desk={desk} shared={shared} />}
      </Door>
    </DoingContext.Provider>
  );
}

/** Keys of the whole page. Among the cards some letters belong to the card that has the focus. */
function useConsoleKeys({ desk, shared }: Views): void {
  const doing = useDoing();
  const toggle = (panel: "join" | "keys") => {
    const open = doing.panel.peek();
    // Another panel stays: something may be written there.
    if (open === null || open === panel) doing.open(open === null ? panel : null);
  };
  const run = shared.stage?.run ?? 0;
  const back = () => take(wayBack(desk, shared), doing);
  const next = () => pressNext(doing, nextStep(desk, shared, doing.t, doing.read.peek()));
  const leading = {
    " ": next,
    // Space presses the button that has the focus; this one is Next wherever the focus is.
    arrowright: next,
    h: () => doing.act({ t: shared.calm ? "resume_room" : "calm_room" }),
    n: () => doing.open("note"),
    i: () => doing.act(checkInWish(desk)),
    p: () => doing.look(!doing.eyes.peek()),
    b: back,
    arrowleft: back,
    s: () => take(waySkip(desk, shared), doing),
    "+": () => {
      if (shared.calm) return;
      if (desk.board?.state === "running") doing.act(allRooms(desk, 1));
      else if (shared.stage?.phase === "open" && shared.stage.kind !== "rooms") doing.act({ t: "extend_stage", run, minutes: 1 });
    },
    c: () => {
      if (linesToCollect(desk, shared) > 0) doing.act({ t: "collect_lines", run });
    },
    "?": () => toggle("keys"),
  };
  const cards = {
    m: focusQueue,
    j: () => {
      if (doing.panel.peek() !== null || !move(1)) toggle("join");
    },
    k: () => move(-1),
    arrowdown: () => move(1),
    arrowup: () => move(-1),
    a: () => decide("approve"),
    r: () => decide("return"),
    x: () => decide("hide"),
    v: () => decide("veil"),
    f: () => decide("feature"),
    u: undo,
  };
  useKeys(shared.phase === "ended" ? {} : { ...leading, ...cards }, ["j", "?"]);
}

function Desk({ desk, shared }: Views) {
  const narrow = useNarrow();
  useConsoleKeys({ desk, shared });
  useKeptFocus();
  if (shared.phase === "ended") return <Ended shared={shared} />;
  return (
    <>
      {narrow ? <OnPhone desk={desk} shared={shared} /> : <OnDesk desk={desk} shared={shared} />}
      <LiveRegion desk={desk} shared={shared} />
      <Panels desk={desk} shared={shared} />
    </>
  );
}

/** Nobody led for a while. The server says so until somebody goes on, so that a console which was just loaded says it too. */
function Unattended({ shared }: { shared: SharedView }) {
  const { t } = useDoing();
  if (!shared.unattended) return null;
  return (
    <p class="banner care unattended">
      <Icon name="pause" />
      <span>{t(shared.calm ? "unattended-calm" : "unattended-rooms")}</span>
    </p>
  );
}

function Banners({ shared }: { shared: SharedView }) {
  const { t, store } = useDoing();
  return (
    <>
      {shared.practice && <Practice t={t} />}
      {store.line.value !== "live" && (
        <p class="banner night line-off">
          <Icon name="offline" />
          <span>
            <strong>{t("reconnecting-title")}</strong> {t("reconnecting")}
          </span>
        </p>
      )}
      <Unattended shared={shared} />
    </>
  );
}

function OnDesk({ desk, shared }: Views) {
  const { t } = useDoing();
  return (
    <div class="console">
      <header class="above">
        <Banners shared={shared} />
        <TopBar desk={desk} shared={shared} />
      </header>
      <nav class="plan" aria-label={t("plan")}>
        <Plan desk={desk} shared={shared} />
      </nav>
      <main class="desk">
        <Heading desk={desk} shared={shared} />
        <NextButton desk={desk} shared={shared} />
        <Besides desk={desk} shared={shared}>
          <Collect desk={desk} shared={shared} />
          {!shared.calm && <ForAll desk={desk} />}
        </Besides>
        <NoteNow shared={shared} />
        <Counts desk={desk} shared={shared} />
        <Journal desk={desk} shared={shared} />
        <Breath shared={shared} />
        <Guide shared={shared} />
        <Circle shared={shared} />
        <Agree desk={desk} shared={shared} />
        <ClosedPicture desk={desk} shared={shared} />
        <Decks desk={desk} shared={shared} />
        <Rooms desk={desk} shared={shared} />
        <OtherDecks desk={desk} shared={shared} />
        <Queue desk={desk} shared={shared} />
        <Script desk={desk} shared={shared} />
      </main>
      <aside class="side" aria-label={t("people-list")}>
        <Calls desk={desk} />
        <Care desk={desk} />
        <AtDoor desk={desk} />
        <CheckIn desk={desk} shared={shared} />
        <People desk={desk} shared={shared} />
        <Eyes desk={desk} shared={shared} />
      </aside>
      <UndoJust desk={desk} shared={shared} />
    </div>
  );
}

function OnPhone({ desk, shared }: Views) {
  return (
    <div class="phone">
      <header class="above">
        <Banners shared={shared} />
        <PhoneBar desk={desk} shared={shared} />
      </header>
      <main>
        <Calls desk={desk} />
        <Care desk={desk} />
        <AtDoor desk={desk} />
        <Heading desk={desk} shared={shared} />
        <NoteNow shared={shared} />
        <Counts desk={desk} shared={shared} />
        <Journal desk={desk} shared={shared} />
        <Breath shared={shared} />
        <PeopleCounts desk={desk} />
        <Circle shared={shared} />
        <Guide shared={shared} />
        <Collect desk={desk} shared={shared} />
        <Agree desk={desk} shared={shared} />
        <ClosedPicture desk={desk} shared={shared} />
        <Decks desk={desk} shared={shared} />
        {!shared.calm && (
          <div class="row for-all">
            <ForAll desk={desk} />
          </div>
        )}
        <Rooms desk={desk} shared={shared} />
        <OtherDecks desk={desk} shared={shared} />
        <Queue desk={desk} shared={shared} single />
        <Script desk={desk} shared={shared} />
        <CheckIn desk={desk} shared={shared} />
        <Besides desk={desk} shared={shared} />
      </main>
      <footer class="foot">
        <UndoJust desk={desk} shared={shared} />
        <NextButton desk={desk} shared={shared} />
        {!shared.calm && <CalmButton shared={shared} short />}
      </footer>
    </div>
  );
}

function Ended({ shared }: { shared: SharedView }) {
  const { t } = useDoing();
  return (
    <>
      {shared.practice && <Practice t={t} />}
      <Notice title={t("closed-ended-title")} mark={t("mark")}>
        <p>{t("closed-ended")}</p>
      </Notice>
    </>
  );
}
