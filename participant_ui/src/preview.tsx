/** What phones show now, drawn from the console's own view of it. Nothing here can be touched, sent or kept. */
import { render } from "preact";

import { HeldAnswers } from "../../realtime/client/held";
import type { Session } from "../../realtime/client/session";
import { keptIn } from "../../realtime/client/storage";
import { createStore } from "../../realtime/client/store";
import { Taps } from "../../realtime/client/taps";
import type { Clock, SharedView } from "../../realtime/client/wire";
import { Here } from "./here";
import { SessionScreen } from "./screens/session";
import { Way } from "./way";

interface PreviewMessage {
  t: "preview";
  shared: SharedView;
  /** Session time and pace, where clocks shall run. */
  now?: number;
  pace?: number;
}

const NO_CLOCK: Clock = { endsAt: null, left: null };

const unkept = (): Storage => {
  throw new DOMException("a preview keeps nothing");
};

/** A session that shows and does nothing. */
export function inertSession(): Session {
  const store = createStore();
  const code = "";
  const memory = keptIn(unkept);
  const own = { code, answers: memory, counters: memory };
  store.line.value = "live";
  store.seat.value = { alias: "", mark: 0, state: "here", room: null, place: null, choice: "take_part", away: false, turn: null, role: null, care: null };
  return {
    store,
    held: new HeldAnswers({ ...own, sendFrame: () => false }),
    taps: new Taps({ ...own, send: () => false }),
    feelings: new Taps({ ...own, send: () => false, about: "check_in" }),
    send: async () => ({ closed: true }),
    draw: () => false,
    askNames: () => false,
    answer: () => undefined,
    again: () => undefined,
    close: () => undefined,
  };
}

function isPreview(data: unknown): data is PreviewMessage {
  return typeof data === "object" && data !== null && "t" in data && data.t === "preview" && "shared" in data;
}

/** Without the session's time no clock is shown: a wrong one would be worse. */
function withoutClocks(shared: SharedView): SharedView {
  const { stage } = shared;
  if (stage === null) return shared;
  const body = stage.body.t === "circle" ? { ...stage.body, clock: NO_CLOCK } : stage.body;
  return { ...shared, stage: { ...stage, clock: NO_CLOCK, body } };
}

export function showPreview(page: HTMLElement, view: Window = window): void {
  const session = inertSession();
  const memory = keptIn(unkept);
  const door = { card: async () => "busy" as const, knock: async () => ({ error: "no_answer" as const }), join: async () => "busy" as const, stored: async () => null };
  const shell = { keep: () => undefined, forget: () => undefined };
  const here = new Here({ session, code: "", kept: memory, tab: memory, door, joined: true, shell });
  const way = new Way({ door, kept: memory, tab: memory, history: { replaceState: () => undefined } });
  view.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.origin !== view.location.origin || !isPreview(event.data)) return;
    const { shared, now, pace } = event.data;
    if (now !== undefined) session.store.clock.set(now, pace ?? 1);
    session.store.shared.value = now === undefined ? withoutClocks(shared) : shared;
  });
  if (view.parent !== view) view.parent.postMessage({ t: "preview_ready" }, view.location.origin);
  render(
    <div inert>
      <SessionScreen here={here} way={way} />
    </div>,
    page,
  );
}
