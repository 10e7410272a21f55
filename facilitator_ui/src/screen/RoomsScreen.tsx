import { useCallback, useEffect, useState } from "preact/hooks";

import { secondsText, useTick } from "../../../realtime/client/clock";
import { RoomMark } from "../../../realtime/client/look/RoomMark";
import { isolate } from "../../../realtime/client/strings";
import type { RoomsView, TileView } from "../../../realtime/client/wire";
import { QUIETER, allowSound, ring, useStepBell, useWarnings } from "../bell";
import { firstToEnd } from "../words";
import type { Views } from "./Screen";

/** The sound switch goes away when nobody moves for this long; it comes back with the pointer, a key or the focus. */
const SEEN_FOR = 4000;

function useStirring(): boolean {
  const [stirring, setStirring] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setStirring(false), SEEN_FOR);
    const stir = () => {
      clearTimeout(timer);
      setStirring(true);
      timer = setTimeout(() => setStirring(false), SEEN_FOR);
    };
    const events = ["pointermove", "pointerdown", "keydown"] as const;
    for (const event of events) document.addEventListener(event, stir);
    return () => {
      clearTimeout(timer);
      for (const event of events) document.removeEventListener(event, stir);
    };
  }, []);
  return stirring;
}

function SoundSwitch({ on, onChange, t }: { on: boolean; onChange: (on: boolean) => void; t: Views["t"] }) {
  const stirring = useStirring();
  return (
    <button
      type="button"
      class={stirring ? "button quiet sound" : "button quiet sound resting"}
      aria-pressed={on}
      onClick={() => {
        if (!on) allowSound();
        onChange(!on);
      }}
    >
      {t(on ? "sound-on" : "sound-off")}
    </button>
  );
}

const NO_CLOCK = { endsAt: null, left: null };

function StepTime({ left, t }: { left: number | null; t: Views["t"] }) {
  if (left === null) return null;
  const text = secondsText(left);
  return (
    <p role="timer" aria-label={t("time-left", { time: text })}>
      <time class="big-time">{text}</time>
    </p>
  );
}

/** A pair stands under each other; more than two stand two to a line. */
function linesOf(names: string[]): string[] {
  if (names.length <= 2) return names;
  return Array.from({ length: Math.ceil(names.length / 2) }, (_, line) => names.slice(2 * line, 2 * line + 2).join(", "));
}

/** `row`: the sign and the names beside each other, where there are many. */
function Tile({ room, row, t }: { room: TileView; row: boolean; t: Views["t"] }) {
  const names = room.people.map(isolate);
  if (row)
    return (
      <li>
        <RoomMark number={room.number} />
        <p class="voice">
          {linesOf(names).map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      </li>
    );
  return (
    <li>
      <RoomMark number={room.number}>{t("room", { number: room.number })}</RoomMark>
      <p class="hold big voice">
        {linesOf(names).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
    </li>
  );
}

/** The last seconds of a close are no countdown any more. */
const LAST = 10_000;
/** A group of more than this looks for a group, not for a partner. */
const FEW = 3;

interface Said {
  title: string;
  under: string;
}

/** `left`: session milliseconds of the clock that stands for all rooms. */
function heading({ shared, screen, t, body }: Views & { body: RoomsView }, left: number | null): Said {
  const prompt = shared.stage?.prompt ?? "";
  const open = screen.rooms.filter(({ state }) => state !== "finished");
  const on = open.filter(({ state }) => state === "running");
  if (body.state === "before") return { title: prompt, under: t("screen-rooms-before") };
  if (body.state === "finished") return { title: t("screen-rooms-finished"), under: t("screen-rooms-finished-how") };
  if (open.length > 0 && open.every(({ ending }) => ending))
    return { title: t("screen-rooms-ending"), under: t(left !== null && left <= LAST ? "screen-rooms-ending-last" : "screen-rooms-ending-how") };
  if (open.some(({ state }) => state === "gathering") || (on.length === 0 && open.length > 0)) {
    const ready = open.every(({ state }) => state === "formed") && left === 0;
    const size = open.every(({ people }) => people.length <= FEW) ? "few" : "many";
    const how = shared.presence === "apart" ? "screen-rooms-find-apart" : "screen-rooms-find-how";
    return { title: t("screen-rooms-find", { size }), under: t(ready ? "screen-rooms-can-begin" : how) };
  }
  const steps = new Set(on.map(({ step }) => step));
  const [only] = steps;
  if (steps.size === 0) return body.round < body.rounds ? { title: t("screen-rooms-soon"), under: prompt } : { title: t("screen-rooms-finished"), under: t("screen-rooms-finished-how") };
  return { title: steps.size === 1 && only !== undefined ? only : t("screen-rooms-running"), under: prompt };
}

/** The round, and the deck that scenes are dealt from. */
function Where({ body, t }: { body: RoomsView; t: Views["t"] }) {
  const said = [
    ...(body.rounds > 1 && body.round > 0 ? [t("screen-round", { round: body.round, rounds: body.rounds })] : []),
    ...(body.deck === "" ? [] : [t("screen-deck", { deck: body.deck })]),
  ];
  return said.length === 0 ? null : <p class="soft num">{said.join(" · ")}</p>;
}

const MOST = 42;

interface Map {
  columns: number;
  look: "large" | "small" | "rows";
}

/** Letters that stand in one line of a tile, by columns and look. */
const LETTERS = { large: { 3: 17, 4: 11 }, small: { 3: 24, 4: 16, 6: 9 }, rows: { 3: 24, 5: 11, 6: 9 } } as const;
/** The height under the heading, and of a line and a gap in rows, in em of the screen. */
const HEIGHT = { all: 20.5, line: 1.15, gap: 0.3 };

/** Lines of the fullest room, once what is too long has broken. */
const linesAt = (rooms: TileView[], letters: number): number =>
  Math.max(...rooms.map(({ people }) => linesOf(people).reduce((lines, line) => lines + Math.ceil(line.length / letters), 0)));

/**
 * How the tiles stand, so that all rooms fit without scrolling, also those of six with long names. null: they do not, and nobody
 * finds their own among so many names: then the phones alone say who is with whom. `lost`: a line about the connection needs its place.
 */
function mapFor(rooms: TileView[], lost: boolean): Map | null {
  const count = rooms.length;
  if (count === 0 || count > MOST) return null;
  if (!lost && count <= 6 && linesAt(rooms, LETTERS.large[3]) <= 3) return { columns: 3, look: "large" };
  if (count <= 6 && linesAt(rooms, LETTERS.small[3]) <= 5) return { columns: 3, look: "small" };
  if (!lost && count <= 8 && linesAt(rooms, LETTERS.large[4]) <= 3) return { columns: 4, look: "large" };
  if (count <= 12 && linesAt(rooms, LETTERS.small[4]) <= 2) return { columns: 4, look: "small" };
  if (count <= 18 && linesAt(rooms, LETTERS.small[6]) <= 2) return { columns: 6, look: "small" };
  const columns = count <= 18 ? 3 : count <= 30 ? 5 : 6;
  const row = linesAt(rooms, LETTERS.rows[columns]) * HEIGHT.line + HEIGHT.gap;
  return Math.ceil(count / columns) * row <= HEIGHT.all ? { columns, look: "rows" } : null;
}

export function RoomsScreen(views: Views & { body: RoomsView }) {
  const { screen, store, t, body } = views;
  const { rooms } = screen;
  const [sound, setSound] = useState(false);
  useStepBell(rooms, sound);
  const first = firstToEnd(rooms);
  const left = useTick(store.clock, first?.clock ?? NO_CLOCK);
  const warn = useCallback(() => sound && ring(QUIETER), [sound]);
  useWarnings(first?.state === "running" ? `${first.step} ${first.ending}` : null, left, warn);
  const { title, under } = heading(views, left);
  const map = mapFor(rooms, store.line.value !== "live");
  // Announced rooms that can begin are in no hurry.
  const timed = left !== null && !(left === 0 && first?.state === "formed");
  return (
    <main class={map !== null ? "fill rooms-screen" : "fill rooms-screen without-rooms"}>
      <div class="row rooms-head">
        <div class="grow stack tight">
          <h1 class={title.length > 60 ? "prompt long" : "prompt"} tabIndex={-1}>
            {title}
          </h1>
          {under !== "" && <p class="soft">{under}</p>}
          {map === null && rooms.length > 0 && <p class="soft">{t("screen-rooms-many", { count: rooms.length })}</p>}
          {body.state !== "finished" && <Where body={body} t={t} />}
        </div>
        {timed && <StepTime left={left} t={t} />}
      </div>
      {map !== null && (
        <ul class="rooms-map" style={{ "--columns": map.columns }} data-look={map.look}>
          {rooms.map((room) => (
            <Tile key={room.number} room={room} row={map.look === "rows"} t={t} />
          ))}
        </ul>
      )}
      <SoundSwitch on={sound} onChange={setSound} t={t} />
    </main>
  );
}
