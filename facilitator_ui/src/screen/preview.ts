/** The small screen inside the console: the same page, in a frame of its own origin, fed by the console instead of a line. */

import { SessionClock } from "../../../realtime/client/clock";
import { type SessionStore, createStore } from "../../../realtime/client/store";
import type { ScreenView, SharedView } from "../../../realtime/client/wire";

export const PREVIEW = "#preview";

/** What the console posts. `now` and `pace` set the clock where the session's is not the wall's: session ms, session ms per wall ms. */
export interface PreviewMessage {
  t: "preview";
  shared: SharedView;
  screen: ScreenView;
  now?: number;
  pace?: number;
}

function isPreview(data: unknown): data is PreviewMessage {
  return typeof data === "object" && data !== null && (data as { t?: unknown }).t === "preview";
}

/** Listens to messages of its own origin only, and tells the page around it once that it does. */
export function previewStore(window: Window = globalThis.window): SessionStore {
  const store = createStore(new SessionClock());
  store.clock.set(Date.now(), 1);
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (event.origin !== window.location.origin || !isPreview(event.data)) return;
    const { shared, screen, now, pace } = event.data;
    if (now !== undefined) store.clock.set(now, pace ?? 1);
    store.line.value = "live";
    store.apply({ t: "shared", body: shared });
    store.apply({ t: "screen", body: screen });
    store.apply({ t: "at", position: "" });
  });
  if (window.parent !== window) window.parent.postMessage({ t: "preview_ready" }, window.location.origin);
  return store;
}
