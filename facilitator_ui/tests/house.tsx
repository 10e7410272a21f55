/** A console and a screen with everything real but the line: what would be sent is kept, and answered by the test. */

import { cleanup, render } from "@testing-library/preact";
import axe from "axe-core";
import type { ComponentChildren } from "preact";
import { vi } from "vitest";

import { SessionClock } from "../../realtime/client/clock";
import type { Outcome } from "../../realtime/client/session";
import { type SessionStore, createStore } from "../../realtime/client/store";
import type { ClientCommand } from "../../realtime/client/wire";
import { Console } from "../src/console/Console";
import { createDoing } from "../src/doing";
import { Screen } from "../src/screen/Screen";
import { strings } from "../src/strings";
import { NOW } from "./fixtures";
import { type Moment, MOMENTS, type MomentName } from "./moments";

export const t = strings();

interface Sent {
  command: ClientCommand;
  answer: (outcome: Outcome) => void;
}

export function storeAt(moment: Moment): SessionStore {
  const store = createStore(new SessionClock(() => 0));
  store.clock.set(NOW, 1);
  store.line.value = "live";
  show(store, moment);
  return store;
}

export function show(store: SessionStore, { shared, desk, screen }: Moment): void {
  store.apply({ t: "shared", body: shared });
  store.apply({ t: "console", body: desk });
  store.apply({ t: "screen", body: screen });
  store.apply({ t: "at", position: "p" });
}

function windowOf(narrow: boolean): void {
  vi.stubGlobal("matchMedia", () => ({ matches: narrow, addEventListener: () => undefined, removeEventListener: () => undefined }));
}

export function line(): { sent: Sent[]; send: (command: ClientCommand) => Promise<Outcome> } {
  const sent: Sent[] = [];
  return {
    sent,
    send: (command) => new Promise((answer) => void sent.push({ command, answer })),
  };
}

export function openConsole(moment: Moment | MomentName, { narrow = false, closing }: { narrow?: boolean; closing?: ComponentChildren } = {}) {
  windowOf(narrow);
  const store = storeAt(typeof moment === "string" ? MOMENTS[moment] : moment);
  const { sent, send } = line();
  const doing = createDoing({ t, store, send });
  return { ...render(<Console doing={doing} closing={closing} />), store, sent, doing };
}

export function openScreen(moment: Moment | MomentName) {
  windowOf(false);
  const store = storeAt(typeof moment === "string" ? MOMENTS[moment] : moment);
  return { ...render(<Screen store={store} t={t} />), store };
}

export function press(key: string, target: Element = document.activeElement ?? document.body): boolean {
  return target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

/** What a screen reader or a keyboard would stumble over. Colours are measured in a real browser: here nothing is painted. */
export async function stumbles(within: Element): Promise<string[]> {
  const { violations } = await axe.run(within, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`);
}

export { cleanup };
