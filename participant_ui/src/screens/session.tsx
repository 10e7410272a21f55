/** Which screen a person in the session sees: exactly one, decided here. */
import { useEffect } from "preact/hooks";

import type { SharedView, StageView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { earlierNews, Frame, LineSaid } from "../frame";
import type { Here, Over } from "../here";
import { fetchWhenIdle } from "../inputs/drawn";
import { t } from "../text";
import type { Way } from "../way";
import { AgreeScreen } from "./agree";
import { AgreementsScreen } from "./agreements";
import { AnswerStage } from "./answer";
import { ApartScreen } from "./apart";
import { CalmScreen } from "./calm";
import { CircleScreen } from "./circle";
import { ClosedLine, EndedScreen } from "./ended";
import { GuideScreen } from "./guide";
import { HelpScreen } from "./help";
import { JournalScreen } from "./journal";
import { LeaveScreen, LeftScreen } from "./leave";
import { LobbyScreen } from "./lobby";
import { OverRoom } from "./meanwhile";
import { RestScreen } from "./rest";
import { RoomsScreen } from "./rooms";
import { VeilsScreen } from "./veilwishes";
import { StoredScreen } from "./stored";
import { WaitingScreen } from "./waiting";
import { WrittenScreen } from "./written";
import { YouScreen } from "./you";

function Connecting({ here }: { here: Here }) {
  return (
    <Frame here={here} where={t("product")}>
      <p class="soft middle centre">{t("connecting")}</p>
    </Frame>
  );
}

function Stage({ here, stage }: { here: Here; stage: StageView }) {
  switch (stage.body.t) {
    case "guide":
      return <GuideScreen here={here} stage={stage} guide={stage.body} />;
    case "tally":
    case "wall":
      return <AnswerStage here={here} stage={stage} body={stage.body} />;
    case "rooms":
      return <RoomsScreen here={here} stage={stage} rooms={stage.body} />;
    case "circle":
      return <CircleScreen here={here} stage={stage} circle={stage.body} />;
    case "journal":
      return <JournalScreen here={here} stage={stage} journal={stage.body} />;
    case "agree":
      return <AgreeScreen here={here} stage={stage} agree={stage.body} />;
  }
}

/** What stands over the task for as long as its person likes; null where nothing does. */
function Overlay({ here, over }: { here: Here; over: Exclude<Over, "leave" | null> }) {
  switch (over) {
    case "help":
      return <HelpScreen here={here} />;
    case "you":
      return <YouScreen here={here} />;
    case "written":
      return <WrittenScreen here={here} />;
    case "agreements":
      return <AgreementsScreen here={here} />;
    case "apart":
      return <ApartScreen here={here} />;
    case "veils":
      return <VeilsScreen here={here} />;
    case "stored":
      return <StoredScreen here={here} />;
  }
}

function Task({ here, view }: { here: Here; view: SharedView }) {
  if (view.calm) return <CalmScreen here={here} unattended={view.unattended} />;
  return view.stage === null ? <LobbyScreen here={here} shared={view} /> : <Stage here={here} stage={view.stage} />;
}

function CurrentScreen({ here, way }: { here: Here; way: Way }) {
  const { shared, seat, closed } = here.session.store;
  const view = shared.value;
  const over = here.over.value;
  useAnnounced(earlierNews(here));
  useEffect(() => fetchWhenIdle(), []);
  if (over !== null && over !== "leave") return (
      <OverRoom here={here}>
        <Overlay here={here} over={over} />
      </OverRoom>
    );
  if (view?.phase === "ended") return <EndedScreen here={here} way={way} />;
  if (closed.value !== null) return <ClosedLine here={here} way={way} closed={closed.value} />;
  if (view === null || seat.value === null) return <Connecting here={here} />;
  if (over === "leave" && seat.value.state !== "left") return <LeaveScreen here={here} />;
  switch (seat.value.state) {
    case "left":
      return <LeftScreen here={here} way={way} />;
    case "waiting":
      return <WaitingScreen here={here} shared={view} />;
    case "resting":
      return <RestScreen here={here} />;
    case "here":
      return <Task here={here} view={view} />;
  }
}

/** What the line has to say comes first, so that what else is new at that moment is what is said last. */
export function SessionScreen({ here, way }: { here: Here; way: Way }) {
  return (
    <>
      <LineSaid here={here} />
      <CurrentScreen here={here} way={way} />
    </>
  );
}
