import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import type { BoardRoomView } from "../../../../realtime/client/wire";
import { useDoing } from "../context";

/** Rooms that are shown at once. Five hundred at a time would be slow, and nobody could read them. */
const PAGE = 24;
/** From so many rooms on a tile says less. */
const COMPACT = 10;

interface SomeProps {
  /** In the order in which they are shown. */
  rooms: BoardRoomView[];
  /** Those that need somebody: of many rooms only these are shown until all are asked for. null: there is no such choice. */
  needing: BoardRoomView[] | null;
  renderTile: (room: BoardRoomView) => ComponentChildren;
  /** What stands behind the last room. */
  after?: ComponentChildren;
}

function matches(room: BoardRoomView, words: string): boolean {
  return String(room.number) === words || room.people.some(({ name }) => name.toLowerCase().includes(words));
}

/** The tiles; of many rooms some at a time, to be found by a name or a number. */
export function Some({ rooms, needing, renderTile, after }: SomeProps) {
  const { t } = useDoing();
  const [all, setAll] = useState(false);
  const [words, setWords] = useState("");
  const [pages, setPages] = useState(1);
  const many = rooms.length > PAGE;
  const asked = words.trim().toLowerCase();
  const found = !many || asked === "" ? (many && needing !== null && !all ? needing : rooms) : rooms.filter((room) => matches(room, asked));
  const shown = many ? found.slice(0, pages * PAGE) : found;
  const look = rooms.length >= COMPACT ? "tiles compact" : "tiles";
  return (
    <>
      {many && (
        <div class="row find-rooms">
          {needing !== null && (
            <>
              <button type="button" class="button slim" aria-pressed={!all && asked === ""} onClick={() => (setAll(false), setWords(""))}>
                {t("rooms-needing", { count: needing.length })}
              </button>
              <button type="button" class="button slim" aria-pressed={all && asked === ""} onClick={() => (setAll(true), setWords(""))}>
                {t("rooms-all", { count: rooms.length })}
              </button>
            </>
          )}
          <label class="row">
            <span class="small soft">{t("rooms-find")}</span>
            <input
              type="search"
              value={words}
              autocomplete="off"
              onInput={(event) => {
                setWords(event.currentTarget.value);
                setPages(1);
              }}
            />
          </label>
        </div>
      )}
      {shown.length === 0 && <p class="soft">{t(asked === "" ? "rooms-none-needs" : "rooms-none-found")}</p>}
      <ul class={look}>
        {shown.map((room) => renderTile(room))}
        {after}
      </ul>
      {found.length > shown.length && (
        <div class="row">
          <button type="button" class="button slim" onClick={() => setPages(pages + 1)}>
            {t("rooms-show-more", { count: Math.min(PAGE, found.length - shown.length) })}
          </button>
          <span class="small soft num">{t("rooms-shown", { shown: shown.length, count: found.length })}</span>
        </div>
      )}
    </>
  );
}
