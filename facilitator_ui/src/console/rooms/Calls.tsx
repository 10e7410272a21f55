import { Icon } from "../../../../realtime/client/look/Icon";
import type { ConsoleView } from "../../../../realtime/client/wire";
import { useDoing } from "../context";
import { calls, inOrder, waitsForYou } from "./needs";
import { Visit } from "./Visit";

/** Rooms that wait for a facilitator: the first thing at the side, above everything else. */
export function Calls({ desk }: { desk: ConsoleView }) {
  const { t } = useDoing();
  const waiting = inOrder(desk.board?.rooms ?? []).filter(waitsForYou);
  if (waiting.length === 0) return null;
  return (
    <section class="stack tight calls" aria-labelledby="calls-title">
      <h2 id="calls-title" class="hidden" tabIndex={-1} data-kept>
        {t("calls")}
      </h2>
      {waiting.map((room) => (
        <div key={room.id} class={calls(room) ? "banner care care-request" : "banner kept care-request"}>
          <p id={`call-${room.id}`}>
            <Icon name={calls(room) ? "person" : "go"} />
            <span>
              {t(calls(room) ? "call" : "welcome", { number: room.number })}
              {calls(room) && ` ${t(room.knock === "welcome" ? "call-told" : "call-clock")}`}
            </span>
          </p>
          <div class="row">
            <Visit desk={desk} room={room} describedBy={`call-${room.id}`} />
          </div>
        </div>
      ))}
    </section>
  );
}
