import type { ComponentChildren } from "preact";

import { secondsText, useTick } from "../../../../realtime/client/clock";
import { Icon } from "../../../../realtime/client/look/Icon";
import { RoomMark } from "../../../../realtime/client/look/RoomMark";
import type { BoardRoomView } from "../../../../realtime/client/wire";
import { useDoing } from "../context";
import type { Tag } from "./needs";

function Left({ room }: { room: BoardRoomView }) {
  const { store } = useDoing();
  const left = useTick(store.clock, room.clock);
  return left === null ? null : <time class="num">{secondsText(left)}</time>;
}

/** A room's mark, number, time, and what is worth a word about it. */
export function Head({ room, tags, timed, children }: { room: BoardRoomView; tags: Tag[]; timed: boolean; children?: ComponentChildren }) {
  const { t } = useDoing();
  return (
    <>
      <div class="tile-head">
        <h3 class="grow">
          <RoomMark number={room.number}>{t("room", { number: room.number })}</RoomMark>
        </h3>
        {timed && <Left room={room} />}
        {children}
      </div>
      {tags.length > 0 && (
        <ul class="tags">
          {tags.map(({ says, args, icon, look }) => (
            <li key={says} class={`tag ${look}`}>
              <Icon name={icon} />
              {t(says, args)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
