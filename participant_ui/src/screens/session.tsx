/** Which screen a person in the session sees: exactly one, decided here. */
import type { StageView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { earlierNews, Frame } from "../frame";
import type { Here } from "../here";
import { t } from "../text";
import type { Way } from "../way";
import { AnswerStage } from "./answer";
import { CalmScreen } from "./calm";
import { ClosedLine, EndedScreen } from "./ended";
import { GuideScreen } from "./guide";
import { HelpScreen } from "./help";
import { LeaveScreen, LeftScreen } from "./leave";
import { LobbyScreen } from "./lobby";
import { RestScreen } from "./rest";
import { RoomsScreen } from "./rooms";

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
  }
}

export function SessionScreen({ here, way }: { here: Here; way: Way }) {
  const { shared, seat, closed } = here.session.store;
  const view = shared.value;
  useAnnounced(earlierNews(here));
  if (here.over.value === "help") return <HelpScreen here={here} />;
  if (view?.phase === "ended") return <EndedScreen here={here} way={way} />;
  if (closed.value !== null) return <ClosedLine here={here} way={way} closed={closed.value} />;
  if (view === null || seat.value === null) return <Connecting here={here} />;
  if (here.over.value === "leave" && seat.value.state !== "left") return <LeaveScreen here={here} />;
  if (seat.value.state === "left") return <LeftScreen here={here} />;
  if (seat.value.state === "resting") return <RestScreen here={here} />;
  if (view.calm) return <CalmScreen here={here} />;
  return view.stage === null ? <LobbyScreen here={here} shared={view} /> : <Stage here={here} stage={view.stage} />;
}
