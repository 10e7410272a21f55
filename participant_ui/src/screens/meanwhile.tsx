/** What goes on in somebody's room while Help, their pages or another page stand over it: nothing of it is ever covered. */
import type { ComponentChildren } from "preact";

import { Icon } from "../../../realtime/client/look/Icon";
import { useAnnounced } from "../announce";
import { Meanwhile, type Parts } from "../frame";
import type { Here } from "../here";
import { t } from "../text";
import { RoomFoot } from "./roomfoot";
import { RoomNews } from "./roomnews";
import { type InRoomProps, ownRoom, presentOf, withWhom } from "./roomparts";

/** The room whose ways out this phone must have in reach now. */
function roomNow(here: Here): InRoomProps | null {
  const { shared, seat } = here.session.store;
  const view = shared.value;
  const stage = view?.stage ?? null;
  if (view === null || stage === null || stage.body.t !== "rooms" || view.phase === "ended" || view.calm || seat.value?.state !== "here") return null;
  const own = ownRoom({ here, stage, rooms: stage.body });
  return own === null || own.room.state === "finished" ? null : own;
}

/** One line of it; what comes to a room stands under it. */
function lineOf({ room, others }: InRoomProps): string {
  if (room.paused) return room.called ? t("called-heading") : t("paused-heading", { people: presentOf(others).length + 1 });
  return room.state === "running" || presentOf(others).length === 0 ? "" : `${t("room-known")} ${withWhom(others)}`;
}

function News({ here }: { here: Here }) {
  const own = roomNow(here);
  if (own === null) return null;
  const line = lineOf(own);
  return (
    <>
      {line !== "" && (
        <section class="sheet stack tight" aria-label={t("room-yours")}>
          <p class="strong">{line}</p>
          {!own.room.paused && (
            <div class="row">
              <button type="button" class="button" onClick={() => (here.over.value = null)}>
                <Icon name="rooms" />
                {t("room-to-yours")}
              </button>
            </div>
          )}
        </section>
      )}
      <RoomNews {...own} />
    </>
  );
}

function Foot({ here }: { here: Here }) {
  const own = roomNow(here);
  return own === null ? null : <RoomFoot {...own} />;
}

const PARTS: Parts = { News, Foot };

/** Its line is said here, because this stays while rooms come and go. */
export function OverRoom({ here, children }: { here: Here; children: ComponentChildren }) {
  const own = roomNow(here);
  useAnnounced(own === null ? "" : lineOf(own));
  return <Meanwhile.Provider value={own === null ? null : PARTS}>{children}</Meanwhile.Provider>;
}
