import { act, screen as page } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import { WALL_CARDS } from "./fixtures";
import { cleanup, openScreen, press, show, stumbles } from "./house";
import { MOMENTS, type MomentName } from "./moments";

afterEach(cleanup);

const NAMES = Object.keys(MOMENTS) as MomentName[];

describe("the shared screen", () => {
  test.each(NAMES)("at %s can be read by everybody", async (name) => {
    const { container } = openScreen(name);
    expect(await stumbles(container)).toEqual([]);
    expect(container.querySelectorAll("h1")).toHaveLength(1);
    expect(container.querySelectorAll('[role="status"]')).toHaveLength(1);
  });

  test.each(NAMES)("at %s has the code in the corner, but not on the calm page", (name) => {
    const { container } = openScreen(name);
    const says = container.textContent?.includes("M7QK 4RWT");
    expect(says).toBe(!MOMENTS[name].shared.calm && name !== "ended");
  });

  test.each(NAMES)("at %s has no controls but the sound of the rooms", (name) => {
    const { container } = openScreen(name);
    const controls = [...container.querySelectorAll("button, a, input")].map((control) => control.textContent);
    expect(controls).toEqual(name === "formed" || name === "running" ? ["Sound off"] : []);
  });

  test("counts answers and names nobody", () => {
    const { container } = openScreen("writing");
    expect(container.textContent).toContain("7 of 12 have answered");
    for (const { alias } of MOMENTS.writing.desk.people) expect(container.textContent).not.toContain(alias);
  });

  test("keeps a practice session's banner even while the room is calm", () => {
    openScreen("calm");
    expect(page.getByText(/not anonymous. Some of the people may be simulated/)).toBeTruthy();
  });

  test("turns the pages of the wall by hand, and stays where it is when cards come", async () => {
    const { container, store } = openScreen("wall");
    const shown = () => [...container.querySelectorAll(".card")].map((card) => card.textContent);
    expect(shown().length).toBeLessThanOrEqual(12);
    const first = shown();
    await act(() => void press("ArrowRight"));
    expect(shown()).not.toEqual(first);
    await act(() => show(store, MOMENTS.wall));
    expect(shown()).not.toEqual(first);
    await act(() => void press("ArrowLeft"));
    expect(shown()).toEqual(first);
    expect(first[0]).toBe(WALL_CARDS[0]?.text);
  });

  test("says small and low that it is reconnecting, and keeps what it showed", async () => {
    const { container, store } = openScreen("wall");
    await act(() => void (store.line.value = "reconnecting"));
    expect(container.textContent).toContain("Reconnecting. This is from a moment ago.");
    // After what the room reads, not over it: a browser test looks at the places.
    expect(container.querySelector("main")?.nextElementSibling?.className).toBe("from-before");
    expect(container.querySelectorAll(".card").length).toBeGreaterThan(0);
  });

  test("at the reveal reading starts at the heading", async () => {
    const { store } = openScreen("unrevealed");
    await act(() => show(store, MOMENTS.histogram));
    expect(document.activeElement?.tagName).toBe("H1");
  });
});
