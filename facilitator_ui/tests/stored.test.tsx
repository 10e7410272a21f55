/** What is stored now, on the console, the desk and the shared screen, and erasing in front of the group. */
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";

import { compile } from "../../realtime/client/build/strings";
import { createStrings } from "../../realtime/client/strings";
import { ERASED, ERASED_SIGNED, ERASING, LINE, OPEN, OVER, OVER_LED } from "../../realtime/client/stored/tests/pages";
import type { StoredPage } from "../../realtime/client/stored";
import { Closing } from "../src/closing/Closing";
import { StoredPanel } from "../src/closing/Stored";
import { StoredOfSession } from "../src/desk/StoredOfSession";
import type { DeskParts } from "../src/desk/Desk";
import { Screen } from "../src/screen/Screen";
import words from "../src/strings/without.en.ftl?raw";
import { WithoutNames } from "../src/without/WithoutNames";
import { doors, summaryPage } from "./deskFixtures";
import { storeAt, stumbles, t } from "./house";
import { MOMENTS } from "./moments";

afterEach(cleanup);

const STORED = "GET /api/closing/stored";
const ERASE = "POST /api/closing/erase";
type Table = Parameters<typeof doors>[0];

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const text = (): string => document.body.textContent ?? "";

async function closing(table: Table) {
  const made = doors(table);
  const shown = render(<Closing t={t} ask={made.ask} />);
  await screen.findByText(/Read from the database/);
  return { ...shown, ...made, table };
}

describe("after the end", () => {
  test("numbers stand on the console, and everybody can read it", async () => {
    const { container } = await closing({ "GET /api/closing": summaryPage(), [STORED]: OVER_LED });
    expect(within(screen.getByRole("list", { name: "This session" })).getByText("Cards").closest("li")?.textContent).toContain("14");
    expect(await stumbles(container)).toEqual([]);
  });

  test("it is erased only after what goes and what stays was read, and what is shown then is read anew", async () => {
    const table: Table = { "GET /api/closing": summaryPage(), [STORED]: OVER_LED, [ERASE]: ERASED };
    const { asked, container } = await closing(table);
    press("Erase now, with everybody watching");
    const dialog = screen.getByRole("dialog");
    expect(dialog.textContent).toContain("There will be no summary, because none is signed.");
    expect(document.activeElement?.textContent).toBe("Leave it as it is");
    expect(await stumbles(container)).toEqual([]);
    expect(asked.filter(({ body }) => body !== undefined)).toEqual([]);
    table["GET /api/closing"] = { problem: "wrong_state" };
    table[STORED] = ERASED;
    press("Erase it now");
    await screen.findByRole("heading", { level: 1, name: "This session is erased." });
    expect(asked.filter(({ body }) => body !== undefined)).toEqual([{ path: "/api/closing/erase", body: {} }]);
    expect(text()).toContain("before: 14now: nothing");
    expect(text()).toContain(LINE);
    expect(screen.queryByRole("button", { name: /Erase now/ })).toBeNull();
    expect(await stumbles(container)).toEqual([]);
  });

  test("the answer to the wish is not taken for what is stored", async () => {
    const table: Table = { "GET /api/closing": summaryPage(), [STORED]: OVER_LED, [ERASE]: ERASED };
    await closing(table);
    press("Erase now, with everybody watching");
    table["GET /api/closing"] = { problem: "wrong_state" };
    table[STORED] = ERASING;
    press("Erase it now");
    await screen.findByText(/so its files wait/);
    expect(text()).not.toContain("Nothing that anybody wrote in this session is left");
    expect(text()).not.toContain("holdspace-erased");
  });

  test("a wish that was not granted says why, and changes nothing", async () => {
    const table: Table = { "GET /api/closing": summaryPage(), [STORED]: OVER_LED, [ERASE]: { problem: "busy" } };
    await closing(table);
    press("Erase now, with everybody watching");
    press("Erase it now");
    await screen.findByRole("alert");
    await screen.findByRole("button", { name: "Erase now, with everybody watching" });
    expect(screen.getByRole("button", { name: "Sign" })).toBeTruthy();
  });

  test("a signed summary stays, and that is said before and after", async () => {
    const signed = summaryPage({ version: 1, signedMs: 1, cardsUntilMs: null });
    const over: StoredPage = { ...OVER_LED, things: ERASED_SIGNED.things };
    const table: Table = { "GET /api/closing": signed, [STORED]: over, [ERASE]: ERASED_SIGNED };
    await closing(table);
    press("Erase now, with everybody watching");
    expect(screen.getByRole("dialog").textContent).toContain("and the published summary.");
    table[STORED] = ERASED_SIGNED;
    press("Erase it now");
    await screen.findByText(/its published summary is left in the database/);
    expect(screen.getByText("Session summary")).toBeTruthy();
  });

  test("a session without trace has no summary to write, and says so", async () => {
    await closing({ "GET /api/closing": { problem: "wrong_state" }, [STORED]: { ...ERASED, retentionDays: 0 } });
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("The session is over, and nothing of it is kept.");
    expect(screen.queryByRole("button", { name: "Sign" })).toBeNull();
  });
});

test("while the session runs, the console's panel says what is stored and leads to what “without names” means", async () => {
  const { ask } = doors({ [STORED]: OPEN });
  const closed = vi.fn();
  const { container } = render(<StoredPanel ask={ask} t={t} onClose={closed} />);
  await screen.findByText(/Read from the database/);
  expect(screen.getByRole("link", { name: /without names/ }).getAttribute("href")).toBe("/without-names");
  expect(await stumbles(container)).toEqual([]);
  press("Close");
  expect(closed).toHaveBeenCalledOnce();
});

test("the desk says of one session what is stored, without numbers", async () => {
  const { ask } = doors({ "GET /api/desk/sessions/s1/stored": OVER });
  const parts = { t: (id: string, args?: Record<string, string | number>) => (id === "desk-back" ? "Back" : t(id, args)), ask, go: vi.fn() };
  const { container } = render(<StoredOfSession session="s1" title="First circle" parts={parts as unknown as DeskParts} />);
  await screen.findByText(/Read from the database/);
  expect(text()).toContain("This page has no numbers");
  expect(await stumbles(container)).toEqual([]);
  press("Back");
  expect(parts.go).toHaveBeenCalledWith({ t: "sessions" });
});

describe("the shared screen at the end", () => {
  async function shown(page: StoredPage | null) {
    const store = storeAt(MOMENTS.ended);
    const codes: string[] = [];
    let now = page;
    const { container } = render(
      <Screen
        store={store}
        t={t}
        stored={async (code) => {
          codes.push(code);
          return now;
        }}
      />,
    );
    await vi.waitFor(() => expect(codes).toHaveLength(1));
    await act(async () => undefined);
    return { store, container, codes, becomes: (next: StoredPage) => void (now = next) };
  }

  test("shows how it stands, and how it stands once the session is erased", async () => {
    const { store, container, codes, becomes } = await shown(OVER);
    expect(codes).toEqual([MOMENTS.ended.screen.code]);
    expect(text()).toContain("Cardsstored");
    becomes(ERASED);
    // The line to an erased session is closed by the server: the screen keeps its page, and asks again at once.
    await act(async () => void (store.closed.value = { code: 4410, reason: "the session has ended" }));
    await vi.waitFor(() => expect(text()).toContain("Cardsbefore: storednow: nothing"));
    expect(text()).toContain("Nothing that anybody wrote in this session is left in the database.");
    expect(await stumbles(container)).toEqual([]);
  });

  test("says goodbye also where nothing answers", async () => {
    await shown(null);
    expect(text()).toContain("Take your time before you go.");
  });
});

test("what “without names” means stands on one page, with the numbers of the code", async () => {
  const { container } = render(<WithoutNames t={createStrings(compile(words))} />);
  expect(text()).toContain("only if at least 5 people answered or passed");
  expect(text()).toContain("at the latest 24 hours after the end");
  expect(screen.getAllByRole("listitem")).toHaveLength(12);
  expect(await stumbles(container)).toEqual([]);
});
