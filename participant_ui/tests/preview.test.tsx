import { act } from "preact/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { render } from "preact";

import { circleView, sharedView, stageView } from "../../realtime/client/tests/views";
import { showPreview } from "../src/preview";
import { text } from "./stage";

let page: HTMLElement;

function shown(): void {
  page = document.body.appendChild(document.createElement("div"));
  showPreview(page);
}

const posts = (data: unknown, origin = window.location.origin): Promise<void> =>
  act(async () => {
    window.dispatchEvent(new MessageEvent("message", { data, origin }));
  });

const circle = sharedView({ stage: stageView({ kind: "circle", prompt: "What has stayed?", body: circleView() }) });

afterEach(() => {
  render(null, page);
  page.remove();
});

describe("what the console shows of a phone", () => {
  it("is drawn from the shared view, and cannot be touched", async () => {
    shown();
    await posts({ t: "preview", shared: circle, now: 41_000, pace: 1 });
    expect(text()).toContain("has the turn.");
    expect(text()).toContain("0:50");
    expect(page.querySelector("[inert]")?.contains(page.querySelector("main"))).toBe(true);
  });

  it("shows no clock where nobody said what time it is", async () => {
    shown();
    await posts({ t: "preview", shared: circle });
    expect(page.querySelector('[role="timer"]')).toBeNull();
  });

  it("listens to its own origin and to nothing else", async () => {
    shown();
    await posts({ t: "preview", shared: circle }, "https://elsewhere.example");
    await posts({ t: "other", shared: circle });
    expect(text()).not.toContain("has the turn.");
  });

  it("keeps nothing", async () => {
    shown();
    await posts({ t: "preview", shared: sharedView({ phase: "ended" }) });
    expect([...Object.keys(window.localStorage), ...Object.keys(window.sessionStorage)]).toEqual([]);
  });
});
