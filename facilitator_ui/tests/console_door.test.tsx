import { act, fireEvent, screen as page } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import { MOMENTS } from "./moments";
import { cleanup, openConsole, show, stumbles } from "./house";

afterEach(cleanup);
const click = (name: string | RegExp) => act(() => void fireEvent.click(page.getByRole("button", { name })));
const decline = () => act(() => void fireEvent.click(page.getAllByRole("button", { name: "Decline" })[0]!));
const wishes = ({ sent }: ReturnType<typeof openConsole>) => sent.map(({ command }) => command);

describe("somebody at the door", () => {
  test("is not declined by one press: their phone cannot take back what it says then", async () => {
    const console = openConsole("door");
    await decline();
    expect(page.getByRole("dialog").textContent).toContain("Kim");
    expect(page.getByRole("dialog").textContent).toContain("Their phone says that they were not let in.");
    expect(await stumbles(console.container)).toEqual([]);
    expect(document.activeElement?.textContent).toBe("Leave them at the door");
    await click("Leave them at the door");
    expect(page.queryByRole("dialog")).toBeNull();
    expect(wishes(console)).toEqual([]);
    await decline();
    await click("Do not let them in");
    expect(page.queryByRole("dialog")).toBeNull();
    expect(wishes(console)).toEqual([{ t: "decline_person", seat: "seat-Kim" }]);
  });

  test("who was let in by somebody else meanwhile is not asked about any more", async () => {
    const { store } = openConsole("door");
    await decline();
    const { desk } = MOMENTS.door;
    const people = desk.people.map((one) => (one.seat === "seat-Kim" ? { ...one, state: "here" as const } : one));
    await act(() => show(store, { ...MOMENTS.door, desk: { ...desk, people } }));
    expect(page.queryByRole("dialog")).toBeNull();
  });

  test("who was declined can still be let in from the list of people", async () => {
    const { desk } = MOMENTS.door;
    const people = desk.people.map((one) => (one.seat === "seat-Kim" ? { ...one, state: "left" as const } : one));
    const console = openConsole({ ...MOMENTS.door, desk: { ...desk, people } });
    await click(/Kim/);
    await click("Is here");
    expect(wishes(console)).toEqual([{ t: "mark_person", seat: "seat-Kim", state: "here" }]);
  });
});
