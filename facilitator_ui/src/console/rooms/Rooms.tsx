import type { ConsoleView, SharedView } from "../../../../realtime/client/wire";
import { Board } from "./Board";
import { BeforeRooms, Proposal } from "./Proposal";

/** Breakouts on the console, from the counts before them to the last room that comes back. */
export function Rooms({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { board } = desk;
  if (shared.stage?.body.t !== "rooms" || board === null) return null;
  switch (board.state) {
    case "before":
      return <BeforeRooms desk={desk} board={board} />;
    case "proposed":
      return <Proposal desk={desk} board={board} />;
    case "announced":
    case "running":
      return <Board desk={desk} board={board} deck={shared.stage.body.deck} />;
    case "finished":
      return null;
  }
}
