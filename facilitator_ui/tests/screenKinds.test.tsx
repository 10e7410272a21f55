import { act, render } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import { SessionClock } from "../../realtime/client/clock";
import { createStore } from "../../realtime/client/store";
import { strings } from "../src/strings";
import { Screen } from "../src/screen/Screen";
import { previewStore } from "../src/screen/preview";
import { NOW } from "./fixtures";
import { cleanup, stumbles } from "./house";
import { CARDS, SCREEN_MOMENTS, type ScreenMoment } from "./screenMoments";

const t = strings();
afterEach(cleanup);

function open(name: ScreenMoment) {
  const store = createStore(new SessionClock(() => 0));
  store.clock.set(NOW, 1);
  store.line.value = "live";
  const { shared, screen } = SCREEN_MOMENTS[name];
  store.apply({ t: "shared", body: shared });
  store.apply({ t: "screen", body: screen });
  store.apply({ t: "at", position: "p" });
  return { ...render(<Screen store={store} t={t} />), store };
}

const NAMES = Object.keys(SCREEN_MOMENTS) as ScreenMoment[];

describe("the shared screen in the first circle", () => {
  test.each(NAMES)("at %s can be read by everybody", async (name) => {
    const { container } = open(name);
    expect(await stumbles(container)).toEqual([]);
    expect(container.querySelectorAll("h1")).toHaveLength(1);
    expect(container.querySelectorAll('[role="status"]')).toHaveLength(1);
  });

  test("in a round says who has the word, who is next, how many had their turn, and how long", () => {
    const { container } = open("circle running");
    const said = container.querySelector("main")?.textContent?.replaceAll(/[\u2068\u2069]/g, "");
    expect(said).toContain("Mika 2 has the word");
    expect(said).toContain("Next: Rosa");
    expect(said).toContain("3 of 12 have had their turn");
    expect(container.querySelector("time")?.textContent).toBe("0:43");
  });

  test("reads each new turn aloud", () => {
    const { container } = open("circle running");
    expect(container.querySelector('[role="status"]')?.textContent?.replaceAll(/[\u2068\u2069]/g, "")).toBe("Mika 2 has the word");
  });

  test("names nobody before a round, after it, or in an open one", () => {
    for (const name of ["circle before", "circle finished", "circle, open"] as const) {
      expect(open(name).container.textContent).not.toMatch(/Mika|Rosa/);
      cleanup();
    }
  });

  test("keeps a veiled card closed on the wall, also when it is held up", () => {
    const veiled = CARDS[4]?.text ?? "?";
    expect(open("wall with veils").container.textContent).not.toContain(veiled);
    cleanup();
    const { container } = open("wall, a veiled card held up");
    expect(container.textContent).not.toContain(veiled);
    expect(container.textContent).toContain("A card that touches on loss.");
  });

  test("holds one card up alone, with how many it could be from", () => {
    const { container } = open("wall, one card held up");
    expect([...container.querySelectorAll(".card")].map((card) => card.textContent)).toEqual([`${CARDS[1]?.text}could be mine, says 1`]);
  });

  test("shows of each agreement its support, whether there is a question, and whether it is kept", () => {
    const marks = [...open("agreements growing").container.querySelectorAll(".lines li")].map((line) => line.querySelector(".line-marks")?.textContent ?? "");
    expect(marks).toEqual(["kept9 support this", "8 support this", "there is a question7 support this", "", ""]);
  });

  test("recalls the agreements that were kept", () => {
    expect(open("recall").container.querySelectorAll(".lines li")).toHaveLength(5);
  });

  test("counts a break down, and says so kindly when it is over", () => {
    expect(open("pause").container.querySelector("time")?.textContent).toBe("6:52");
    cleanup();
    const { container } = open("pause over");
    expect(container.querySelector("time")).toBeNull();
    expect(container.textContent).toContain("We go on in a moment.");
  });

  test("counts nobody while everybody writes for themselves", () => {
    const { container } = open("a page for oneself");
    expect(container.querySelector("h1")?.textContent).toBe("Today I notice...");
    expect(container.querySelector("main")?.textContent).not.toMatch(/answered|of 12/);
  });

  test("asks with the prompt, and has the stage's title as headline once the picture is shown or the wall is out", () => {
    const headline = (name: ScreenMoment) => {
      const { container } = open(name);
      const said = [container.querySelector("h1")?.textContent, container.querySelector('[role="status"]')?.textContent];
      cleanup();
      return said;
    };
    const asked = "If you like, add your numbers.";
    expect(headline("numbers, asked")).toEqual([asked, asked]);
    expect(headline("numbers, shown")).toEqual(["Our maps in numbers", "Our maps in numbers"]);
    expect(headline("replies, asked")).toEqual([asked, asked]);
    for (const name of ["replies, out", "replies, one held up"] as const) expect(headline(name)).toEqual(["Replies from a friend", "Replies from a friend"]);
    expect(headline("wall with veils")[0]).toBe("Which card could have been yours?");
  });

  test("says when it is calm because nobody leads", () => {
    expect(open("calm, nobody leads").container.textContent).toContain("Whoever leads was out of reach for a while");
  });

  test("never shows a note to everyone", () => {
    expect(open("rooms with a note to everyone").container.textContent).not.toContain("corridor");
  });
});

describe("the preview in the console", () => {
  test("shows what the page around it posts, and nothing from elsewhere", async () => {
    const store = previewStore(window);
    const { container } = render(<Screen store={store} t={t} />);
    const post = (origin: string, name: ScreenMoment) =>
      act(() => void window.dispatchEvent(new MessageEvent("message", { origin, data: { t: "preview", now: NOW, ...SCREEN_MOMENTS[name] } })));
    await post("https://elsewhere.example", "pause");
    expect(container.textContent).not.toContain("A break");
    await post(window.location.origin, "pause");
    expect(container.textContent).toContain("A break");
    expect(container.querySelector("time")?.textContent).toMatch(/^6:5[12]$/);
  });
});
