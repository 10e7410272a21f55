/** What phones and the shared screen show now, drawn by their own pages from the parts that they get. */

import { useEffect, useRef } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { BoardView, ConsoleView, ScreenView, SharedView, TileView } from "../../../realtime/client/wire";
import { useDoing } from "./context";

const PHONE = "/preview";
const SCREEN = "/screen#preview";

/** A room as the shared screen shows it; nothing of what is only proposed. */
function tilesOf(board: BoardView | null): TileView[] {
  if (board === null || (board.state !== "announced" && board.state !== "running")) return [];
  return board.rooms.map(({ number, people, step, clock, state, ending, turn, turns }) => ({
    number,
    people: people.map(({ name }) => name),
    step,
    clock,
    state,
    ending,
    turn,
    turns,
  }));
}

/** The screen's own part, from what the console knows anyway. */
export function screenOf(desk: ConsoleView): ScreenView {
  const { code, locked, answered, staying, board } = desk;
  return { code, locked, answered, staying, rooms: tilesOf(board) };
}

interface Preview {
  t: "preview";
  shared: SharedView;
  screen?: ScreenView;
  /** The session's clock: session ms, and session ms per wall ms. */
  now: number;
  pace: number;
}

/** A page of our own origin in a small frame. It is to be looked at: nothing in it can be reached or pressed. */
function Frame({ src, title, look, preview }: { src: string; title: string; look: string; preview: Omit<Preview, "now" | "pace"> }) {
  const { clock } = useDoing().store;
  const frameRef = useRef<HTMLIFrameElement>(null);
  const show = () => {
    const message: Preview = { ...preview, now: clock.now(), pace: clock.pace };
    frameRef.current?.contentWindow?.postMessage(message, location.origin);
  };
  useEffect(() => {
    show();
    // The page says itself when it listens: it may have loaded before this did.
    const onReady = ({ source, origin }: MessageEvent) => {
      if (origin === location.origin && source !== null && source === frameRef.current?.contentWindow) show();
    };
    window.addEventListener("message", onReady);
    return () => window.removeEventListener("message", onReady);
  }); // after every rendering: what is shown is what stands here now
  return (
    <div class={`frame ${look}`} inert>
      {/* Our own page, which keeps nothing: a sandbox would give it another origin, and no message would reach it. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe ref={frameRef} src={src} title={title} tabIndex={-1} onLoad={show} />
    </div>
  );
}

export function Eyes({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, eyes, look } = useDoing();
  const open = eyes.value;
  // In the rooms each phone shows its own: one that is in none would say when it comes in, which is true for nobody here.
  const body = shared.stage?.body;
  const inRooms = body?.t === "rooms" && (body.state === "formed" || body.state === "running") && !shared.calm;
  const boxRef = useRef<HTMLElement>(null);
  useEffect(() => {
    // They stand at the end of their column: it is moved so far that they are seen.
    const column = boxRef.current?.parentElement;
    if (open && column) column.scrollTop = column.scrollHeight;
  }, [open]);
  return (
    <section ref={boxRef} class="stack tight eyes-box" aria-labelledby="eyes-title">
      <h2 id="eyes-title" class="label">
        {t("eyes")}
      </h2>
      <button type="button" class="button slim" aria-expanded={open} onClick={() => look(!open)}>
        <Icon name="see" />
        {t(open ? "eyes-close" : "eyes-open")} <kbd>P</kbd>
      </button>
      {open && (
        <div class="frames">
          <Frame look="screen-frame" src={SCREEN} title={t("eyes-screen")} preview={{ t: "preview", shared, screen: screenOf(desk) }} />
          {inRooms ? (
            <p class="voice">{t("eyes-rooms")}</p>
          ) : (
            <Frame look="phone-frame" src={PHONE} title={t("eyes-phone")} preview={{ t: "preview", shared }} />
          )}
          <p class="soft small">{t(inRooms ? "eyes-how-rooms" : "eyes-how")}</p>
        </div>
      )}
    </section>
  );
}
