import { useEffect } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import { Icon } from "../../../realtime/client/look/Icon";
import type { ClientCommand, ConsoleView, SharedView } from "../../../realtime/client/wire";
import type { Panel } from "../doing";
import { joinLink, qrOf } from "../words";
import { Act } from "./Act";
import { AskPanel } from "./AskPanel";
import { ReturnPanel, VeilPanel } from "./CardPanels";
import { CareRequests, openCare } from "./Care";
import { useDoing } from "./context";
import { StoredPanel } from "../closing/Stored";
import { Dialog } from "./Dialog";
import { Eyes } from "./Eyes";
import { KeysPanel } from "./KeysPanel";
import { linesToCollect, nextStep } from "./next";
import { NotePanel } from "./NotePanel";
import { People } from "./People";
import { AddPanel, DeclinePanel, MergePanel, PersonPanel } from "./PeoplePanels";
import { Plan } from "./Plan";
import { PlacePanel } from "./rooms/PlacePanel";
import { RoomPanel } from "./rooms/RoomPanel";
import { WorryPanel } from "./WorryPanel";
import { answersOpen, leftBehind, waySkip } from "./way";

interface Props {
  desk: ConsoleView;
  shared: SharedView;
  onClose: () => void;
}

/** What a panel asks about may come to its end by itself; then the question goes too. */
function useOver(over: boolean, onClose: () => void): void {
  useEffect(() => {
    if (over) onClose();
  }, [over, onClose]);
}

export function Door({ desk }: { desk: ConsoleView }) {
  const { t } = useDoing();
  return (
    <Act class="button slim quiet" command={{ t: desk.locked ? "unlock_door" : "lock_door" }}>
      <Icon name="kept" />
      {t(desk.locked ? "door-unlock" : "door-lock")}
    </Act>
  );
}

function JoinPanel({ desk, onClose }: { desk: ConsoleView; onClose: () => void }) {
  const { t } = useDoing();
  const link = joinLink(desk.code);
  return (
    <Dialog title={t("join-title")} onClose={onClose} class="join-panel">
      <div class="qr">
        <img src={qrOf(desk.code)} alt={t("qr", { link })} />
      </div>
      <p>{t("join-how", { link })}</p>
      <p class="code num">{inFours(desk.code)}</p>
      {desk.locked && <p class="tag care">{t("door-locked")}</p>}
      <div class="row">
        <button type="button" class="button" onClick={onClose}>
          {t("close")} <kbd>J</kbd>
        </button>
        <Door desk={desk} />
      </div>
    </Dialog>
  );
}

/** Somebody who asked for a person is answered before the room is empty. */
function EndPanel({ desk, onClose }: { desk: ConsoleView; onClose: () => void }) {
  const { t } = useDoing();
  if (openCare(desk) > 0)
    return (
      <Dialog title={t("end-care-title")} onClose={onClose} first=".main">
        <p>{t("end-care-text")}</p>
        <CareRequests desk={desk} within="end" />
        <button type="button" class="button main" onClick={onClose}>
          {t("end-no")}
        </button>
      </Dialog>
    );
  const words = { title: t("end-title"), text: t("end-text"), no: t("end-no"), yes: t("end-yes") };
  return <AskPanel {...words} command={{ t: "end_session" }} onClose={onClose} />;
}

function EndCirclePanel({ desk, onClose }: { desk: ConsoleView; onClose: () => void }) {
  const { t } = useDoing();
  const words = { title: t("end-circle-title"), text: t("end-circle-text"), no: t("end-circle-no"), yes: t("circle-end") };
  return <AskPanel {...words} command={{ t: "end_circle", run: desk.next.run }} onClose={onClose} />;
}

function LeaveLinesPanel({ desk, shared, onClose }: Props) {
  const { t, read } = useDoing();
  const { command, title } = nextStep(desk, shared, t, read.value);
  const over = command === null || linesToCollect(desk, shared) === 0;
  useOver(over, onClose);
  if (over) return null;
  const words = {
    title: t("leave-lines-title", { count: desk.answered }),
    text: t("leave-lines-text"),
    no: t("leave-lines-no"),
    yes: title,
  };
  return <AskPanel {...words} command={command} onClose={onClose} />;
}

function SkipPanel({ desk, shared, onClose }: Props) {
  const { t } = useDoing();
  const way = waySkip(desk, shared);
  const what = leftBehind(desk, shared);
  const over = way === null || what === null;
  useOver(over, onClose);
  if (over) return null;
  const words = {
    title: t(`skip-${what}-title`),
    text: t(`skip-${what}-text`),
    no: t("skip-no"),
    yes: t("skip-yes"),
  };
  return <AskPanel {...words} command={way.command} onClose={onClose} />;
}

interface GoProps {
  title: string;
  back: boolean;
  command: ClientCommand;
  shared: SharedView;
  onClose: () => void;
}

/** A question that people answer now is closed before anything else is shown; only agreements may be left as they are. */
function GoPanel({ title, back, command, shared, onClose }: GoProps) {
  const { t } = useDoing();
  if (answersOpen(shared) && shared.stage?.kind !== "agree")
    return (
      <Dialog title={t("go-first-title")} onClose={onClose}>
        <p>{t("go-first-text", { title })}</p>
        <button type="button" class="button main" onClick={onClose}>
          {t("skip-no")}
        </button>
      </Dialog>
    );
  const words = { title: t(back ? "go-back-title" : "go-on-title", { title }), text: t("go-text"), no: t("skip-no"), yes: t("go-yes", { title }) };
  return <AskPanel {...words} command={command} onClose={onClose} />;
}

/** Goes away by itself when the rooms come to their end in the meantime. */
function EndRoomsPanel({ desk, onClose }: { desk: ConsoleView; onClose: () => void }) {
  const { t } = useDoing();
  const state = desk.board?.state;
  const over = state !== "announced" && state !== "running";
  useOver(over, onClose);
  if (over) return null;
  const words = { title: t("end-rooms-title"), text: t(state === "running" ? "end-rooms-text" : "end-rooms-unbegun"), no: t("end-rooms-no"), yes: t("end-rooms-yes") };
  return <AskPanel {...words} command={{ t: "end_rooms", run: desk.next.run }} onClose={onClose} />;
}

/** Goes away by itself when the rooms come to a close in the meantime. */
function EndSoftlyPanel({ desk, onClose }: { desk: ConsoleView; onClose: () => void }) {
  const { t } = useDoing();
  const { board } = desk;
  const over = board?.state !== "running" || board.ending;
  useOver(over, onClose);
  if (over) return null;
  const words = { title: t("end-softly-title"), text: t("end-softly-text"), no: t("end-softly-no"), yes: t("end-softly") };
  return <AskPanel {...words} command={{ t: "end_rooms_softly", run: desk.next.run }} onClose={onClose} />;
}

/** Goes away by itself when the closing comes to its end after all: then there is nothing left to drop. */
function DropPanel({ desk, onClose }: { desk: ConsoleView; onClose: () => void }) {
  const { t } = useDoing();
  const over = desk.closing === null;
  useOver(over, onClose);
  if (over) return null;
  const words = { title: t("drop-title"), text: t("drop-text"), no: t("drop-no"), yes: t("drop-yes") };
  return <AskPanel {...words} command={{ t: "discard_stage", run: desk.next.run }} onClose={onClose} />;
}

function PlanPanel({ desk, shared, onClose }: { desk: ConsoleView; shared: SharedView; onClose: () => void }) {
  const { t, open } = useDoing();
  return (
    <Dialog title={t("plan")} onClose={onClose} class="plan-panel">
      <div class="doors">
        <button type="button" class="button" onClick={onClose}>
          {t("close")}
        </button>
        <button type="button" class="button quiet" onClick={() => open("join")}>
          <Icon name="qr" />
          {t("join-panel")}
        </button>
        <button type="button" class="button quiet" onClick={() => open("note")}>
          <Icon name="note" />
          {t("note")}
        </button>
        <Door desk={desk} />
      </div>
      <nav class="plan" aria-label={t("plan")}>
        <Plan desk={desk} shared={shared} />
      </nav>
      <People desk={desk} shared={shared} />
      <Eyes desk={desk} shared={shared} />
    </Dialog>
  );
}

/** At most one panel lies over the console. */
export function Panels({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { panel, open, ask, t } = useDoing();
  const onClose = () => {
    // A panel that has led on to another one is gone already.
    if (panel.peek() === which) open(null);
  };
  const which = panel.value;
  if (which === null) return null;
  if (typeof which === "object") return <AboutPanel which={which} desk={desk} shared={shared} onClose={onClose} />;
  switch (which) {
    case "join":
      return <JoinPanel desk={desk} onClose={onClose} />;
    case "keys":
      return <KeysPanel onClose={onClose} />;
    case "end":
      return <EndPanel desk={desk} onClose={onClose} />;
    case "end_rooms":
      return <EndRoomsPanel desk={desk} onClose={onClose} />;
    case "end_softly":
      return <EndSoftlyPanel desk={desk} onClose={onClose} />;
    case "end_circle":
      return <EndCirclePanel desk={desk} onClose={onClose} />;
    case "leave_lines":
      return <LeaveLinesPanel desk={desk} shared={shared} onClose={onClose} />;
    case "drop":
      return <DropPanel desk={desk} onClose={onClose} />;
    case "plan":
      return <PlanPanel desk={desk} shared={shared} onClose={onClose} />;
    case "note":
      return <NotePanel shared={shared} onClose={onClose} />;
    case "skip":
      return <SkipPanel desk={desk} shared={shared} onClose={onClose} />;
    case "add":
      return <AddPanel onClose={onClose} />;
    case "stored":
      return ask === null ? null : <StoredPanel ask={ask} t={t} onClose={onClose} />;
  }
}

/** Panels about one card, one person or one part of the plan. */
function AboutPanel({ which, desk, shared, onClose }: Props & { which: Exclude<Panel, string> }) {
  const { run } = desk.next;
  switch (which.about) {
    case "return":
      return <ReturnPanel desk={desk} run={run} card={which.card} draft={which.draft ?? ""} onClose={onClose} />;
    case "worry":
      return <WorryPanel desk={desk} shared={shared} run={run} card={which.card} onClose={onClose} />;
    case "veil":
      return <VeilPanel desk={desk} run={run} card={which.card} onClose={onClose} />;
    case "person":
      return <PersonPanel desk={desk} seat={which.seat} onClose={onClose} />;
    case "decline":
      return <DeclinePanel desk={desk} seat={which.seat} onClose={onClose} />;
    case "merge":
      return <MergePanel desk={desk} seat={which.seat} into={which.into} onClose={onClose} />;
    case "placed":
      return <PlacePanel desk={desk} seat={which.seat} onClose={onClose} />;
    case "room":
      return <RoomPanel desk={desk} room={which.room} onClose={onClose} />;
    case "note":
      return <NotePanel shared={shared} begin={which.text} onClose={onClose} />;
    case "back":
    case "forward":
      return <GoPanel title={which.title} back={which.about === "back"} command={which.command} shared={shared} onClose={onClose} />;
  }
}
