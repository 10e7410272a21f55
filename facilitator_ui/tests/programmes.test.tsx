/** Programmes on the desk, and the link to the calls of small rooms. */

import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";

import type { DeskView } from "../../realtime/client/desk";
import { Desk } from "../src/desk/Desk";
import { linkProblem } from "../src/desk/MeetingLink";
import { deskStrings } from "../src/desk/strings";
import { LINKS, deskView, doors, programme, programmeAt, row } from "./deskFixtures";
import { stumbles } from "./stumbles";

const t = deskStrings();
const OF_FOUR = row({ programme: "Thursdays", number: 4, title: "Clear and kind" });
const WITH = deskView({ programmes: [programme()], sessions: [OF_FOUR, row({ id: "s10", stage: "signed", hasSummary: true, code: "Q7WP3MXQ" })] });
afterEach(cleanup);

async function open(view: DeskView, table: Parameters<typeof doors>[0] = {}, part = "Programmes") {
  const made = doors({ "GET /api/desk": view, ...table });
  const shown = render(<Desk t={t} ask={made.ask} keep={made.keep} />);
  await screen.findByRole("heading", { level: 1 });
  press(part);
  return { ...shown, ...made };
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const posted = ({ asked }: { asked: { path: string; body: object | undefined }[] }) => asked.filter(({ body }) => body !== undefined);
const items = (name: string) => within(screen.getByRole("list", { name })).getAllByRole("listitem");
const write = (name: string | RegExp, value: string) => fireEvent.input(screen.getByRole("textbox", { name }), { target: { value } });

describe("a programme", () => {
  test("is started from a series whose sessions are seen before, under a name of its own", async () => {
    const made = await open(deskView(), { "POST /api/desk/programmes": programme({ title: "Spring" }) });
    expect(await stumbles(made.container)).toEqual([]);
    press("Start a programme");
    expect(await stumbles(made.container)).toEqual([]);
    const listed = items("Sessions of Twelve weeks");
    expect(listed).toHaveLength(12);
    expect(listed[7]?.textContent).toContain("Loss working · 90 min · focus: loss");
    expect(listed[7]?.textContent).toContain("Until the next: Try number 8.");
    expect(listed[11]?.textContent).not.toContain("Until the next");
    expect(screen.getByText(/My line of a loss\. Until they are, their sessions are for practice/)).toBeTruthy();
    write("What this one is called", "  ");
    press("Start it");
    expect(screen.getByRole("alert").textContent).toBe("A name is needed here.");
    write("What this one is called", " Spring ");
    press("Start it");
    await screen.findByText("Started: Spring.");
    expect(posted(made)).toEqual([{ path: "/api/desk/programmes", body: { offer: "twelve-weeks", title: "Spring" } }]);
  });

  test("says who holds a place, what is carried, and where each session is", async () => {
    const { container } = await open(WITH);
    expect(await stumbles(container)).toEqual([]);
    expect(screen.getByText("9 people have a place in it")).toBeTruthy();
    expect(screen.getByText("5 agreements are carried")).toBeTruthy();
    const listed = items("Sessions of Thursdays").map((item) => within(item).queryAllByRole("button").map((button) => button.textContent));
    expect(listed.slice(0, 6)).toEqual([["Summary"], [], [], ["Open"], ["Make session 5 ready"], []]);
    expect(items("Sessions of Thursdays")[2]?.textContent).toContain("ended, not signed");
  });

  test("opens a planned session from its list", async () => {
    const made = await open(WITH, { "POST /api/desk/sessions/s1/open": LINKS });
    press("Open session 4, Clear and kind");
    await screen.findByText(/^The door is open/);
    expect(posted(made).map(({ path }) => path)).toEqual(["/api/desk/sessions/s1/open"]);
  });

  test("has its next session made ready on the same terms as any other", async () => {
    const made = await open(WITH, { "POST /api/desk/programmes/p1/sessions": row({ id: "s50", title: "Asking" }), "POST /api/desk/sessions/s50/open": LINKS });
    press("Make session 5 ready");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Asking");
    expect(screen.getByText("Session 5 of 12 of Thursdays")).toBeTruthy();
    expect(screen.getByText("It begins with the 5 agreements that the group has kept so far.")).toBeTruthy();
    expect(await stumbles(made.container)).toEqual([]);
    fireEvent.click(screen.getByRole("radio", { name: /Real/ }));
    press("Make it and open it");
    await screen.findByText(/^The door is open/);
    expect(posted(made)).toEqual([
      {
        path: "/api/desk/programmes/p1/sessions",
        body: { number: 5, practice: false, presence: "together", floor: 5, approval: false, retentionDays: 1, startsMs: null },
      },
      { path: "/api/desk/sessions/s50/open", body: {} },
    ]);
  });

  test("plays a tender session for practice only until it is approved", async () => {
    await open(deskView({ programmes: [programmeAt(8)] }));
    press("Make session 8 ready");
    expect((screen.getByRole("radio", { name: /Real/ }) as HTMLInputElement).disabled).toBe(true);
    expect(screen.getByText(/Not approved here: My line of a loss/)).toBeTruthy();
  });

  test("is erased only when its name is typed", async () => {
    const made = await open(WITH, { "POST /api/desk/programmes/p1/erase": {} });
    press("Erase the programme");
    expect(await stumbles(made.container)).toEqual([]);
    expect(screen.getByRole("dialog").textContent).toContain("the places of 9 people, who has met whom");
    press("Erase it for good");
    write("To be sure, type its name", "Thursday");
    press("Erase it for good");
    expect(posted(made)).toEqual([]);
    write("To be sure, type its name", " thursdays");
    press("Erase it for good");
    await screen.findByText("The programme is erased.");
  });

  test("is not erased while a session of it runs", async () => {
    const made = programme();
    const live = { ...made.sessions[3]!, state: "live" as const };
    const { container } = await open(deskView({ programmes: [programme({ sessions: [...made.sessions.slice(0, 3), live, ...made.sessions.slice(4)] })] }));
    press("Erase the programme");
    expect(screen.getByRole("dialog").textContent).toContain("can be erased once that session has ended");
    expect(screen.queryByRole("button", { name: "Erase it for good" })).toBeNull();
    expect(await stumbles(container)).toEqual([]);
  });

  test("that the library has no longer still lists its sessions", async () => {
    await open(deskView({ programmes: [programme({ offer: "gone" })], programmeOffers: [] }));
    expect(items("Sessions of Thursdays")).toHaveLength(12);
    expect(screen.queryByRole("button", { name: "Start a programme" })).toBeNull();
  });

  test("is named in the list of all sessions, also where it was erased", async () => {
    const { container } = await open(deskView({ programmes: [programme()], sessions: [OF_FOUR, row({ id: "s9", programme: "Gone", number: 2 }), row({ id: "s8" })] }), {}, "Sessions");
    const said = [...container.querySelectorAll(".session-row")].map((one) => one.textContent ?? "");
    expect(said[0]).toContain("Session 4 of 12 of Thursdays");
    expect(said[1]).toContain("Session 2 of Gone");
    expect(said[2]).not.toContain("Session ");
  });
});

describe("the link to the calls of small rooms", () => {
  test.each([
    ["", null],
    ["https://meet.example.org/{room}", null],
    ["https://meet.example.org/j?id={room}#now", null],
    ["https://meet.example.org#{room}", null],
    ["http://meet.example.org/{room}", "meeting-not-https"],
    ["https://meet.example.org/", "meeting-no-room"],
    ["https://meet.example.org/{room}/{room}", "meeting-many-rooms"],
    ["https://{room}.example.org/x", "meeting-room-early"],
    [`https://meet.example.org/{room}/${"x".repeat(300)}`, "meeting-unreadable"],
    ["https:// meet/{room}", "meeting-unreadable"],
    ["https://meet.example.org/{room}/{other}", "meeting-unreadable"],
    ["https://meet.example.org@elsewhere.example/{room}", "meeting-unreadable"],
  ])("“%s” is %s", (link, problem) => expect(linkProblem(link)).toBe(problem));

  test("shows what a room's link will look like, says what is missing, and is saved", async () => {
    const made = await open(deskView(), { "POST /api/desk/meeting": {} }, "Calls");
    expect(await stumbles(made.container)).toEqual([]);
    write(/Link to a room/, "https://meet.example.org/");
    press("Save the link");
    expect(screen.getByRole("alert").textContent).toBe("{room} is missing: it stands for the name of the room.");
    expect(await stumbles(made.container)).toEqual([]);
    expect(posted(made)).toEqual([]);
    write(/Link to a room/, " https://meet.example.org/{room} ");
    expect(screen.getByText(/^https:\/\/meet\.example\.org\/k7/)).toBeTruthy();
    press("Save the link");
    await screen.findByText(/^Saved\. Sessions/);
    expect(posted(made)).toEqual([{ path: "/api/desk/meeting", body: { link: "https://meet.example.org/{room}" } }]);
  });

  test("that the server cannot take is said", async () => {
    await open(deskView(), { "POST /api/desk/meeting": { problem: "meeting_link_wrong" } }, "Calls");
    write(/Link to a room/, "https://meet.example.org/{room}");
    press("Save the link");
    await screen.findByText(/has \{room\} in it exactly once/);
  });
});
