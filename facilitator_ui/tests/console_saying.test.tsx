/** What the console says and shows besides the plan and the people: keys, script, notes, the two views, and what comes after the end. */

import { act, fireEvent, screen as page } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { cleanup, openConsole, press, show } from "./house";
import { MOMENTS } from "./moments";

afterEach(cleanup);

const click = (name: string | RegExp) => act(() => void fireEvent.click(page.getByRole("button", { name })));
const key = (name: string) => act(() => void press(name, document.activeElement ?? document.body));
const write = (field: Element, value: string) => act(() => void fireEvent.input(field, { target: { value } }));
const wishes = ({ sent }: ReturnType<typeof openConsole>) => sent.map(({ command }) => command);
/** What was changed stands on the page; no frame has been painted yet, and no effect that waits for one has run. */
const rendered = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe("keys", () => {
  test("Right is Next wherever the focus is but in a text; Space stays with the button that has the focus", async () => {
    const console = openConsole("guide");
    await act(() => page.getByRole("button", { name: /^Note to everyone/ }).focus());
    await key(" ");
    expect(wishes(console)).toEqual([]);
    await key("ArrowRight");
    expect(wishes(console)).toEqual([{ t: "step_guide", run: 4, step: 2 }]);
    await key("n");
    await act(() => page.getByRole("textbox").focus());
    for (const letter of ["ArrowRight", "s", "h", " "]) await key(letter);
    expect(wishes(console)).toHaveLength(1);
  });

  test("Escape closes a dialog in the moment it opens, before anything was painted", async () => {
    const { doing } = openConsole("writing");
    doing.open("end");
    await rendered();
    expect(document.activeElement?.textContent).toBe("Go back");
    press("Escape", document.body);
    await rendered();
    expect(page.queryByRole("dialog")).toBeNull();
  });
});

describe("the script", () => {
  const folded = (container: Element) => container.querySelector(".script details")?.textContent ?? "";
  const open = (container: Element) => [...container.querySelectorAll(".script > p")].map((line) => line.textContent).join(" ");

  test("says its lines in the first stage, and asks in the last; the rest is behind a fold", () => {
    const first = openConsole({ ...MOMENTS.writing, shared: { ...MOMENTS.writing.shared, stage: { ...MOMENTS.writing.shared.stage!, number: 1 } } });
    expect(open(first.container)).toContain("People come to this kind of work");
    expect(open(first.container)).not.toContain("Which card could have been yours?");
    expect(folded(first.container)).toContain("Which card could have been yours?");
    first.unmount();
    const { container } = openConsole("writing");
    expect(open(container)).not.toContain("People come to this kind of work");
    expect(open(container)).toContain("Which card could have been yours?");
    expect(folded(container)).toContain("People come to this kind of work");
  });

  test("a break's line stands once, as the heading", () => {
    const words = "Water, air, or nothing at all.";
    const body = { t: "guide" as const, steps: [words], step: 0, of: 1, purpose: "pause" as const, pacer: null };
    const { container } = openConsole({ ...MOMENTS.guide, shared: { ...MOMENTS.guide.shared, stage: { ...MOMENTS.guide.shared.stage!, prompt: words, body } } });
    expect(container.querySelector("main")?.textContent?.split(words)).toHaveLength(2);
  });

  test("agreements that are read again stand as they are, none of them as past", () => {
    const { container } = openConsole("recall");
    const lines = [...container.querySelectorAll(".guide li")];
    expect(lines.map((line) => line.textContent)).toEqual(["What is said here stays here.", "Anybody may pass, always, without a reason.", "Nobody gives advice unless they are asked."]);
    expect(lines.filter((line) => line.classList.contains("soft") || line.hasAttribute("aria-current"))).toEqual([]);
  });
});

describe("notes and calm", () => {
  test("N sends a note, and clears the one that stands", async () => {
    const console = openConsole("circle");
    await key("n");
    await write(page.getByRole("textbox"), "Back at five past.");
    await click("Show it");
    await key("n");
    await click("Clear it");
    expect(wishes(console)).toEqual([
      { t: "send_note", text: "Back at five past." },
      { t: "send_note", text: "" },
    ]);
  });

  test("a note that is being written is not lost to another panel", async () => {
    const { doing } = openConsole("circle");
    await key("n");
    await act(() => page.getByRole("button", { name: "Cancel" }).focus());
    await key("j");
    await key("?");
    expect(doing.panel.value).toBe("note");
  });

  test("that nobody led is said on a console that was just loaded, until somebody goes on", async () => {
    const { store, container } = openConsole("unattended");
    expect(container.textContent).toContain("No facilitator was connected for a while, so the room became calm.");
    await act(() => show(store, MOMENTS.writing));
    expect(container.textContent).not.toContain("No facilitator was connected");
  });
});

describe("after the end", () => {
  const closingPage = { closing: <p>The summary</p> };

  test("the closing page stands there, also when the link opens no line any more", async () => {
    const ended = openConsole("ended", closingPage);
    expect(ended.container.textContent).toBe("The summary");
    ended.unmount();
    const { store, container } = openConsole("writing", closingPage);
    expect(container.textContent).not.toContain("The summary");
    await act(() => void (store.closed.value = { code: 4410, reason: "the session has ended" }));
    expect(container.textContent).toBe("The summary");
  });
});

describe("the two views", () => {
  beforeEach(() => vi.stubGlobal("focus", () => undefined));

  test("in the rooms no phone is shown, but said that each shows its own", async () => {
    const { container } = openConsole("running");
    await key("p");
    expect([...container.querySelectorAll("iframe")].map((frame) => frame.getAttribute("src"))).toEqual(["/screen#preview"]);
    expect(container.querySelector(".frames")?.textContent).toContain("In the rooms every phone shows its own");
  });

  test("P opens two frames of our own pages that cannot be reached, and feeds them what phones and screen get", async () => {
    const { container, store } = openConsole("writing");
    await key("p");
    const frames = [...container.querySelectorAll("iframe")];
    expect(frames.map((frame) => frame.getAttribute("src"))).toEqual(["/screen#preview", "/preview"]);
    expect(frames.every((frame) => frame.closest("[inert]") !== null)).toBe(true);
    const posts = frames.map((frame) => vi.spyOn(frame.contentWindow!, "postMessage"));
    await act(() => show(store, MOMENTS.bars));
    for (const post of posts) expect(post.mock.calls.at(-1)?.[1]).toBe(location.origin);
    const [toScreen, toPhone] = posts.map((post) => post.mock.calls.at(-1)?.[0]);
    expect(toPhone).toMatchObject({ t: "preview", shared: MOMENTS.bars.shared });
    expect(toPhone).not.toHaveProperty("screen");
    expect(toScreen).toMatchObject({ t: "preview", screen: { code: "M7QK4RWT", locked: false, answered: 7, staying: 12, rooms: [] } });
    expect(JSON.stringify([toScreen, toPhone])).not.toContain("queue");
    await key("p");
    expect(container.querySelector("iframe")).toBeNull();
  });
});
