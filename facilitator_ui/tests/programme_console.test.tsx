/** A programme's session on the console: which one it is, and a place that a facilitator gives back. */

import { act, fireEvent, render, screen as page } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { MembersPage } from "../../realtime/client/desk";
import { Console } from "../src/console/Console";
import { createDoing } from "../src/doing";
import { doors } from "./deskFixtures";
import { cleanup, line, openConsole, storeAt, stumbles, t } from "./house";
import { MOMENTS, type Moment, type MomentName } from "./moments";

afterEach(cleanup);

const MEMBERS: MembersPage = {
  members: [
    { id: "a".repeat(32), alias: "Ada", here: true },
    { id: "b".repeat(32), alias: "Mika", here: false },
    { id: "c".repeat(32), alias: "Mika", here: false },
  ],
};
const PROGRAMME = { title: "Thursdays", number: 4, of: 12, focus: [], since: "", until: "" };
const inProgramme = (name: MomentName): Moment => ({ ...MOMENTS[name], shared: { ...MOMENTS[name].shared, programme: PROGRAMME } });
const plain = (text: string | null | undefined) => (text ?? "").replaceAll(/[\u2068\u2069]/g, "");
const click = (name: string | RegExp) => act(async () => void fireEvent.click(page.getByRole("button", { name })));

async function opened(table: Parameters<typeof doors>[0] = { "GET /api/members": MEMBERS }) {
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  const made = doors(table);
  const store = storeAt(inProgramme("writing"));
  const doing = createDoing({ t, store, send: line().send, ask: made.ask });
  const shown = render(<Console doing={doing} />);
  await click(/Amal/);
  return { ...shown, ...made, doing };
}
const choose = (value: string) => act(async () => void fireEvent.change(page.getByRole("combobox", { name: "Who they were before" }), { target: { value } }));
const posted = ({ asked }: { asked: { path: string; body: object | undefined }[] }) => asked.filter(({ body }) => body !== undefined);

describe("the heading", () => {
  test("says which session of the programme it is, above the plan and before it begins", () => {
    const running = openConsole(inProgramme("writing"));
    expect(running.container.querySelector(".plan-session")?.textContent).toBe("Session 4 of 12 of Thursdays");
    running.unmount();
    const lobby = openConsole(inProgramme("lobby"));
    expect(lobby.container.querySelector(".heading .label")?.textContent).toBe("Session 4 of 12 of Thursdays");
  });

  test("is as before in a session of its own, and nobody is asked who came before", async () => {
    const { container } = openConsole("writing");
    expect(container.textContent).not.toContain("Session 4");
    await click(/Amal/);
    expect(page.queryByText("Came before as…")).toBeNull();
  });
});

describe("a lost place", () => {
  test("is given back after it was asked once more, with the focus on leaving it", async () => {
    const console = await opened({ "GET /api/members": MEMBERS, "POST /api/members/recognise": {} });
    expect(await stumbles(console.container)).toEqual([]);
    const offered = page.getByRole("combobox", { name: "Who they were before" });
    expect([...offered.querySelectorAll("option")].map(({ textContent }) => textContent)).toEqual(["Choose a name", "Mika", "Mika (2)"]);
    await click("Give it back");
    expect(page.queryByText(/takes the place/)).toBeNull();
    await choose("b".repeat(32));
    await click("Give it back");
    expect(plain(page.getByText(/takes the place/).textContent)).toContain("Amal takes the place of Mika.");
    expect(document.activeElement?.textContent).toBe("Leave it as it is");
    expect(await stumbles(console.container)).toEqual([]);
    await act(async () => void fireEvent.click(page.getByRole("button", { name: /Yes, this is/ }), { detail: 2 }));
    expect(posted(console)).toEqual([]);
    await click(/Yes, this is/);
    expect(posted(console)).toEqual([{ path: "/api/members/recognise", body: { seat: "seat-Amal", member: "b".repeat(32) } }]);
    expect(page.queryByRole("dialog")).toBeNull();
    expect(plain(console.doing.said.value.text)).toBe("Amal has the place of Mika again.");
  });

  test("that somebody here has already is not taken from them", async () => {
    await opened({ "GET /api/members": MEMBERS, "POST /api/members/recognise": { problem: "wrong_state" } });
    await choose("c".repeat(32));
    await click("Give it back");
    await click(/Yes, this is/);
    expect(page.getByRole("alert").textContent).toBe("Somebody who is here already has this place.");
  });

  test("of nobody, and doors that do not answer, are said", async () => {
    const console = await opened({ "GET /api/members": { members: [MEMBERS.members[0]!] } });
    expect(page.getByText("Nobody who holds a place in this programme is away.")).toBeTruthy();
    console.unmount();
    await opened({ "GET /api/members": { problem: "no_line" } });
    expect(page.getByRole("alert").textContent).toContain("cannot be reached");
  });
});
