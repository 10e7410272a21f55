/** Console and shared screen in the exercises beyond the first circle. */

import { act, fireEvent, screen as page } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import { nextStep } from "../src/console/next";
import { labelledLines } from "../src/labelled";
import { EXERCISES, type Exercise, FIELDS_INPUT, SAID } from "./exerciseMoments";
import { cleanup, openConsole, openScreen, press, stumbles, t } from "./house";

afterEach(cleanup);

const NAMES = Object.keys(EXERCISES) as Exercise[];
const PEOPLE = /River|Mika|Rosa|Amal|Dario|Jonas|Lin\b|Noor|Petra/;
const onConsole = (name: Exercise) => openConsole(EXERCISES[name]);
const onScreen = (name: Exercise) => openScreen(EXERCISES[name]);
const main = (container: Element) => container.querySelector("main")?.textContent?.replaceAll(/[\u2068\u2069]/g, "") ?? "";
const wishes = ({ sent }: ReturnType<typeof openConsole>) => sent.map(({ command }) => command);
const says = (name: Exercise) => {
  const { desk, shared } = EXERCISES[name];
  const { title, detail } = nextStep(desk, shared, t);
  return `${title}: ${detail}`;
};

describe.each([
  ["console", onConsole],
  ["shared screen", onScreen],
] as const)("the %s", (_, open) => {
  test.each(NAMES)("at %s can be read by everybody", async (name) => {
    const { container } = open(name);
    expect(await stumbles(container)).toEqual([]);
    expect(container.querySelectorAll("h1")).toHaveLength(1);
  });
});

describe("Next", () => {
  test("starts the breath, and says that nobody has to follow it", () =>
    expect(says("breath, before")).toBe("Start the breath: 12 breaths, on all phones and the screen at once. Nobody has to follow it."));
  test("leaves a private page with the number of those who are done", () => expect(says("a private page")).toBe("Begin “Equal turns”: 7 of 12 are done with their page."));
  test("opens and ends an inner circle", () => {
    expect(says("inner circle, before")).toBe("Open the inner circle: Who has asked for a chair sits down first.");
    expect(says("inner circle")).toBe("End the inner circle: 1 person still asks for a chair.");
    expect(says("inner circle, nobody asks")).toBe("End the inner circle: when nobody wants to add anything.");
  });
  test("deals cards instead of hanging them up", () => expect(says("dealing")).toBe("Release 3 cards: one to each phone, never one’s own. 1 still waits for you."));
});

describe("a private page", () => {
  test("is counted and never named: how many are done, and that nothing of it is shown", () => {
    const said = main(onConsole("a private page").container);
    expect(said).toContain("7 of 12 are done");
    expect(said).toContain("A private page: nothing of it is ever shown, here or anywhere else.");
    expect(said).not.toMatch(PEOPLE);
  });
});

describe("a private map or line", () => {
  test("promises no more than what holds: its numbers may be added later, by whoever likes", () => {
    for (const name of ["a private map", "a private line"] as const) {
      const said = main(onConsole(name).container);
      expect(said).toContain("A private page: nothing of it is ever shown, unless somebody adds numbers of theirs later.");
      expect(said).not.toContain("here or anywhere else");
      cleanup();
    }
  });
});

describe("the breath", () => {
  test("is a circle on the screen and a sentence on the console", () => {
    expect(onScreen("breath").container.querySelector(".pacer-circle .breath")).not.toBeNull();
    cleanup();
    expect(main(onConsole("breath").container)).toContain("The circle moves: 4 seconds in, 6 seconds out, 12 times.");
  });
  test("waits on the screen until it is started", () => expect(main(onScreen("breath, before").container)).toContain("We begin in a moment."));
});

describe("an inner circle", () => {
  test("shows who sits inside, the open chair, and that somebody asks, never who", () => {
    for (const open of [onScreen, onConsole]) {
      const { container } = open("inner circle");
      expect(main(container)).toContain("an open chair");
      expect(main(container)).toMatch(/River.*Mika.*Rosa/s);
      expect(main(container)).not.toMatch(/Amal|Dario|Jonas/);
      cleanup();
    }
  });

  test("frees a chair for somebody who asks, and only then", async () => {
    const asked = onConsole("inner circle");
    await act(() => void fireEvent.click(page.getByRole("button", { name: "Free a chair" })));
    expect(wishes(asked)).toEqual([{ t: "free_chair", run: 4, turn: 6 }]);
    cleanup();
    const quiet = onConsole("inner circle, nobody asks");
    const button = page.getByRole("button", { name: "Free a chair" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    await act(() => void fireEvent.click(button));
    expect(wishes(quiet)).toEqual([]);
  });

  test("has one clock on the console", () => expect(onConsole("inner circle").container.querySelectorAll("main time")).toHaveLength(1));
  test("names nobody before and after", () => {
    for (const name of ["inner circle, before", "inner circle, over"] as const) {
      expect(main(onScreen(name).container)).not.toMatch(PEOPLE);
      cleanup();
    }
  });
});

describe("scenes", () => {
  test("are chosen before rooms are formed, by title and brief; the first deck is the one that is dealt now", async () => {
    const console = onConsole("scenes, before");
    const decks = page.getAllByRole<HTMLInputElement>("radio");
    expect(decks.map((deck) => [deck.closest("label")?.textContent, deck.checked])).toEqual([
      ["After a quarrelTwo people come back to something.", true],
      ["Saying no kindlySmall noes.", false],
    ]);
    await act(() => void fireEvent.click(decks[1]!));
    expect(wishes(console)).toEqual([{ t: "choose_deck", run: 4, deck: "boundaries" }]);
  });

  test("stand in one line below the rooms once some are proposed, so that these are in sight; another deck is one press away", async () => {
    const before = onConsole("scenes, before");
    expect(before.container.querySelector(".decks")?.closest("details")).toBeNull();
    before.unmount();
    const console = onConsole("scenes, proposed");
    const fold = console.container.querySelector<HTMLDetailsElement>("details.decks-fold")!;
    expect(fold.open).toBe(false);
    expect(main(console.container)).toContain("Scenes: After a quarrel. Only facilitators see this");
    expect(fold.querySelector("summary")?.textContent).toBe("Choose another deck");
    expect(console.container.querySelector(".proposal")!.compareDocumentPosition(fold)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(await stumbles(console.container)).toEqual([]);
    await act(() => void fireEvent.click(fold.querySelector("summary")!));
    await act(() => void fireEvent.click(page.getAllByRole<HTMLInputElement>("radio")[1]!));
    expect(wishes(console)).toEqual([{ t: "choose_deck", run: 4, deck: "boundaries" }]);
  });

  test("are chosen by arrow keys, which press nothing else there", async () => {
    const console = onConsole("scenes, before");
    const [first] = page.getAllByRole<HTMLInputElement>("radio");
    first?.focus();
    for (const name of ["ArrowRight", "ArrowDown", "h", "n"]) await act(() => void press(name));
    expect(wishes(console)).toEqual([]);
    expect(page.queryByRole("dialog")).toBeNull();
  });

  test("are said to be in a round only where rooms are formed more than once", () => {
    const label = (name: Exercise) => onConsole(name).container.querySelector(".heading .label")?.textContent;
    expect(label("scenes, in large rooms")).toContain("Round 1 of 3.");
    cleanup();
    expect(label("turns in standing rooms")).not.toContain("Round");
  });

  test("are played in turns where the roles swap: each room says in which one it is", () => {
    const told = (name: Exercise) => [...onConsole(name).container.querySelectorAll(".tile .step")].map((step) => step.textContent?.replaceAll(/[\u2068\u2069]/g, ""));
    expect(told("turns in standing rooms")).toEqual(["Turn 2 of 3: First take", "Turn 3 of 6: First take"]);
    cleanup();
    expect(told("scenes, in large rooms")).toEqual(["First take", "First take"]);
  });

  test("are not changed while people are in rooms", () => {
    onConsole("scenes, in large rooms");
    expect(page.queryAllByRole("radio")).toHaveLength(0);
  });

  test("are named on the rooms board and on the screen, with everybody of a large room", () => {
    const board = main(onConsole("scenes, in large rooms").container);
    expect(board).toContain("Scenes: After a quarrel.");
    expect(board).toMatch(/Amal.*Dario.*Jonas.*Lin.*Noor.*Petra/s);
    cleanup();
    const { container } = onScreen("scenes, in large rooms");
    expect(main(container)).toContain("Round 1 of 3 · Scenes: After a quarrel");
    const large = container.querySelectorAll(".rooms-map li")[1];
    expect([...(large?.querySelectorAll(".voice span") ?? [])].map((line) => line.textContent?.replaceAll(/[\u2068\u2069]/g, ""))).toEqual(["Amal, Dario", "Jonas, Lin", "Noor, Petra"]);
  });
});

describe("labelled lines", () => {
  test("stand under their labels, without the empty ones, on console and screen", () => {
    const lines = ["When this happensyou come home late", "And I ask fora message before eight"];
    const own = (container: Element, within: string) => [...container.querySelectorAll(`${within} dl > div`)].map((line) => line.textContent);
    expect(own(onConsole("labelled lines").container, "article")).toEqual(lines);
    cleanup();
    expect(own(onScreen("labelled lines").container, ".card")).toEqual(lines);
  });

  test("lose no word where a text has more lines than labels", () =>
    expect(labelledLines(`${SAID}\nand more`, FIELDS_INPUT.fields).at(-1)).toEqual({ label: "And I ask for", line: "a message before eight and more", from: 20 }));
});

describe("dealt cards", () => {
  test("count their replies, and are marked where they have none only when everything is read, so that none stays alone", () => {
    for (const name of ["replying", "replies gathered", "replies"] as const) {
      const { container } = onConsole(name);
      expect([...container.querySelectorAll(".dealt .tag")].map((tag) => tag.textContent), name).toEqual(["no reply yet", "2 replies"]);
      expect(container.querySelectorAll(".dealt .tag.lamp"), name).toHaveLength(0);
      expect(main(container), name).not.toContain("aloud");
      cleanup();
    }
    const { container } = onConsole("replies, all read");
    expect(container.querySelectorAll(".dealt .tag.lamp")).toHaveLength(1);
    expect(main(container)).toContain("1 has no reply yet. You could say a word to it aloud");
  });

  test("are not among the cards to read, and a reply shows what it replies to", () => {
    const { container } = onConsole("replies");
    expect(container.querySelectorAll("article.card")).toHaveLength(1);
    expect(container.querySelectorAll(".decided:not(.dealt)")).toHaveLength(0);
    expect(container.querySelector("article.card")?.textContent).toContain("Replies toI answer too fast.I do that too.");
  });

  test("can be hidden at any time", async () => {
    const console = onConsole("replying");
    await act(() => void fireEvent.click(page.getAllByRole("button", { name: "Hide" })[0]!));
    expect(wishes(console)).toMatchObject([{ t: "hide_card" }]);
  });

  test("can be hidden and veiled while replies are written, gathered, too few, and read", () => {
    for (const name of ["replying", "replies gathered", "replies fell short", "replies"] as const) {
      const { container } = onConsole(name);
      for (const deed of ["veil", "hide"]) expect(container.querySelectorAll(`.dealt [data-name="${deed}"]`), name).toHaveLength(2);
      cleanup();
    }
  });

  test("are on no wall: not featured, and not shown on the screen", () => {
    const { container } = onConsole("dealing");
    expect(container.querySelector('[data-name="feature"]')).toBeNull();
    expect(container.querySelector(".decided .tag")?.textContent).toBe("dealt to a phone");
    cleanup();
    const screen = main(onScreen("dealing").container);
    expect(screen).toContain("The cards are dealt: each phone has one that somebody else wrote.");
    expect(screen).not.toContain("I hide what I need.");
  });
});
