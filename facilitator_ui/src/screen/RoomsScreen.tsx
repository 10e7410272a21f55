import { useEffect, useState } from "preact/hooks";

import { secondsText, useTick } from "../../../realtime/client/clock";
import { isolate } from "../../../realtime/client/strings";
import type { RoomsView, TileView } from "../../../realtime/client/wire";
import { allowSound, useStepBell } from "../bell";
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

function StepTime({ room, store, t }: Pick<Views, "store" | "t"> & { room: TileView }) {
  const left = useTick(store.clock, room.clock);
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

function Tile({ room, small }: { room: TileView; small: boolean }) {
  const names = room.people.map(isolate);
  const apart = small ? [names.join(", ")] : linesOf(names);
  return (
    <li class="hold big">
      <p class="voice">
        {apart.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
    </li>
  );
}

function heading(body: RoomsView, rooms: TileView[], t: Views["t"], prompt: string): { title: string; under: string } {
  const gathering = rooms.some((room) => room.state === "gathering" || room.state === "formed");
  if (body.state === "before") return { title: prompt, under: t("screen-rooms-before") };
  if (body.state === "finished") return { title: t("screen-rooms-finished"), under: "" };
  if (gathering) return { title: t("screen-rooms-find"), under: t("screen-rooms-find-how") };
  const steps = new Set(rooms.filter((room) => room.state === "running").map((room) => room.step));
  const [only] = steps;
  return steps.size === 1 && only !== undefined
    ? { title: only, under: prompt }
    : { title: steps.size === 0 ? t("screen-rooms-finished") : t("screen-rooms-running"), under: prompt };
}

/** The round, and the deck that scenes are dealt from. */
function Where({ body, t }: { body: RoomsView; t: Views["t"] }) {
  const said = [
    ...(body.rounds > 1 && body.round > 0 ? [t("screen-round", { round: body.round, rounds: body.rounds })] : []),
    ...(body.deck === "" ? [] : [t("screen-deck", { deck: body.deck })]),
  ];
  return said.length === 0 ? null : <p class="soft num">{said.join(" · ")}</p>;
}

/** How many tiles stand beside each other, so that all rooms fit without scrolling. */
function columnsFor(count: number): number {
  if (count <= 6) return 3;
  if (count <= 12) return 4;
  return count <= 30 ? 6 : 8;
}

export function RoomsScreen({ shared, screen, store, t, body }: Views & { body: RoomsView }) {
  const [sound, setSound] = useState(false);
  useStepBell(screen.rooms, sound);
  const first = firstToEnd(screen.rooms);
  const { title, under } = heading(body, screen.rooms, t, shared.stage?.prompt ?? "");
  const columns = columnsFor(screen.rooms.length);
  return (
    <main class={screen.rooms.length === 0 ? "fill rooms-screen without-rooms" : "fill rooms-screen"}>
      <div class="row rooms-head">
        <div class="grow stack tight">
          <h1 class={title.length > 60 ? "prompt long" : "prompt"} tabIndex={-1}>
            {title}
          </h1>
          {under !== "" && <p class="soft">{under}</p>}
          {body.state !== "finished" && <Where body={body} t={t} />}
        </div>
        {first !== null && <StepTime room={first} store={store} t={t} />}
      </div>
      {screen.rooms.length > 0 && (
        <ul class="rooms-map" style={{ "--columns": columns }} data-dense={columns > 4 ? "yes" : undefined}>
          {screen.rooms.map((room) => (
            <Tile key={room.number} room={room} small={columns > 6} />
          ))}
        </ul>
      )}
      <SoundSwitch on={sound} onChange={setSound} t={t} />
    </main>
  );
}
