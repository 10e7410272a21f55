import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";

import { idsOf } from "../../realtime/client/strings";
import pictures from "../../realtime/client/pictures/en.ftl?raw";
import { PROBLEMS } from "../src/closing/ask";
import { Desk } from "../src/desk/Desk";
import { deskStrings } from "../src/desk/strings";
import stored from "../../realtime/client/stored/en.ftl?raw";
import closing from "../src/strings/closing.en.ftl?raw";
import erasing from "../src/strings/erasing.en.ftl?raw";
import own from "../src/strings/desk.en.ftl?raw";
import { AT, LINKS, agenda, deskView, doors, row, summaryPage, tender } from "./deskFixtures";
import { stumbles } from "./stumbles";

const t = deskStrings();
const EMPTY = deskView({ sessions: [], helpPage: { text: "", checkedMs: null } });
afterEach(cleanup);

async function open(table: Parameters<typeof doors>[0] = {}, view = deskView()) {
  const made = doors({ "GET /api/desk": view, ...table });
  const shown = render(<Desk t={t} ask={made.ask} keep={made.keep} />);
  await screen.findByRole("heading", { level: 1 });
  return { ...shown, ...made };
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const STORED = "What is stored now";
const ofRow = (code: string) => within(screen.getByRole("group", { name: new RegExp(code) }));
const posted = ({ asked }: { asked: { path: string; body: object | undefined }[] }) => asked.filter(({ body }) => body !== undefined);

describe("the list of sessions", () => {
  test("can be read by everybody, full and empty", async () => {
    expect(await stumbles((await open()).container)).toEqual([]);
    cleanup();
    expect(await stumbles((await open({}, EMPTY)).container)).toEqual([]);
  });

  test("says of each session where it is, and offers only what is possible there", async () => {
    await open();
    const offered = (code: string) => ofRow(code).getAllByRole("button").map((button) => button.textContent);
    expect(offered("M7QK 4RWT")).toEqual(["Open", STORED, "Duplicate", "Cancel"]);
    expect(offered("B3XN 8PLC")).toEqual([STORED, "New links", "Duplicate", "End early"]);
    expect(offered("C4YP 9QMD")).toEqual([STORED, "New link to the console", "Duplicate", "Erase"]);
    expect(offered("D5ZQ 2RNE")).toEqual(["Summary", STORED, "Duplicate", "Erase"]);
    expect(offered("E6AR 3SPF")).toEqual(["Duplicate", "Erase"]);
    expect(offered("F7BS 4TQG")).toEqual([STORED, "Duplicate"]);
  });

  test("without any session says what to do", async () => {
    await open({}, EMPTY);
    expect(screen.getByText(/Begin with a practice session/)).toBeTruthy();
  });

  test("opens a planned session and shows its three links, each to copy", async () => {
    const copied = vi.fn(async () => undefined);
    vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText: copied } });
    const made = await open({ "POST /api/desk/sessions/s1/open": LINKS });
    fireEvent.click(ofRow("M7QK 4RWT").getByRole("button", { name: "Open" }));
    await screen.findByText(/^The door is open/);
    expect(screen.getAllByRole("textbox").map((field) => (field as HTMLInputElement).value)).toEqual([LINKS.join, LINKS.console, LINKS.screen]);
    expect(screen.getByRole("img", { name: /QR code for/ }).getAttribute("src")).toBe("/qr/M7QK4RWT.svg");
    expect(await stumbles(made.container)).toEqual([]);
    press(/Copy: For who leads/);
    await screen.findByText("Copied.");
    expect(copied).toHaveBeenCalledWith(LINKS.console);
  });

  test("a real session cannot be opened without a help page, and the way to it is there", async () => {
    await open({}, deskView({ helpPage: { text: " ", checkedMs: null } }));
    expect(ofRow("M7QK 4RWT").queryByRole("button", { name: "Open" })).toBeNull();
    press("Write the help page");
    expect(screen.getByRole("textbox", { name: "What the page says" })).toBeTruthy();
  });

  test("cancels, and ends early, only after it is asked once more", async () => {
    const made = await open({ "POST /api/desk/sessions/s1/cancel": {}, "POST /api/desk/sessions/s2/end": {} });
    fireEvent.click(ofRow("M7QK 4RWT").getByRole("button", { name: "Cancel" }));
    press("Leave it as it is");
    expect(posted(made)).toEqual([]);
    fireEvent.click(ofRow("M7QK 4RWT").getByRole("button", { name: "Cancel" }));
    press("Cancel the session");
    await screen.findByText("The session is cancelled.");
    fireEvent.click(ofRow("B3XN 8PLC").getByRole("button", { name: "End early" }));
    press("End it");
    await screen.findByText("The session has ended.");
    expect(posted(made).map(({ path }) => path)).toEqual(["/api/desk/sessions/s1/cancel", "/api/desk/sessions/s2/end"]);
  });

  test("erases only when its code is typed", async () => {
    const made = await open({ "POST /api/desk/sessions/s4/erase": {} });
    fireEvent.click(ofRow("D5ZQ 2RNE").getByRole("button", { name: "Erase" }));
    expect(await stumbles(made.container)).toEqual([]);
    press("Erase it for good");
    fireEvent.input(screen.getByRole("textbox"), { target: { value: "D5ZQ 2RN" } });
    press("Erase it for good");
    expect(posted(made)).toEqual([]);
    fireEvent.input(screen.getByRole("textbox"), { target: { value: "d5zq2rne" } });
    press("Erase it for good");
    await screen.findByText("The session is erased.");
  });

  test("new links are asked for once more, because the old ones stop", async () => {
    await open({ "POST /api/desk/sessions/s2/open": LINKS });
    fireEvent.click(ofRow("B3XN 8PLC").getByRole("button", { name: "New links" }));
    expect(screen.getByRole("dialog").textContent).toContain("stop working");
    press("Make new links");
    await screen.findByText(/^The door is open/);
  });

  test("two sessions of the same agenda differ by more than their code", async () => {
    const { container } = await open(
      {},
      deskView({ sessions: [row(), row({ id: "s7", startsMs: null }), row({ id: "s8", presence: "apart" }), row({ id: "s9", startsMs: AT + 3_600_000 })] }),
    );
    const said = [...container.querySelectorAll(".session-row")].map((one) => one.textContent?.replace(/code.*/, ""));
    expect(new Set(said).size).toBe(4);
    expect(said[0]).toMatch(/For 26 November 2026 at \d\d:05/);
    expect(said[1]).toMatch(/No day yet\. Made on 23 November 2026 at \d\d:05/);
    expect(said[2]).toContain("each somewhere else");
    const names = screen.getAllByRole("group").map((group) => group.getAttribute("aria-label"));
    expect(names[0]).toMatch(/First circle.*26 November 2026.*M7QK 4RWT/);
  });

  test("after the end a new link leads to the console alone: nobody comes in any more", async () => {
    const made = await open({ "POST /api/desk/sessions/s3/open": LINKS });
    fireEvent.click(ofRow("C4YP 9QMD").getByRole("button", { name: "New link to the console" }));
    expect(screen.getByRole("dialog").textContent).toContain("written and signed");
    press("Make a new link");
    await screen.findByRole("heading", { name: /^The console of/ });
    expect(screen.getAllByRole("textbox").map((field) => (field as HTMLInputElement).value)).toEqual([LINKS.console]);
    expect(screen.queryByRole("img", { name: /QR code/ })).toBeNull();
    expect(await stumbles(made.container)).toEqual([]);
  });

  test("a second press on Duplicate makes no second copy", async () => {
    const made = await open({ "POST /api/desk/sessions/s5/duplicate": row({ id: "s7" }) });
    const duplicate = ofRow("E6AR 3SPF").getByRole("button", { name: "Duplicate" });
    fireEvent.click(duplicate);
    fireEvent.click(duplicate);
    await screen.findByText(/A copy stands at the top/);
    expect(posted(made)).toHaveLength(1);
    fireEvent.click(ofRow("E6AR 3SPF").getByRole("button", { name: "Duplicate" }));
    await vi.waitFor(() => expect(posted(made)).toHaveLength(2));
  });

  test("what is said comes into view, also when the same is said twice", async () => {
    const shown: Element[] = [];
    // jsdom paints nothing and so has no way to scroll: what would be brought into view is kept.
    Element.prototype.scrollIntoView = function (this: Element) {
      shown.push(this);
    };
    await open({ "POST /api/desk/sessions/s5/duplicate": row({ id: "s7" }) });
    for (const times of [1, 2]) {
      fireEvent.click(ofRow("E6AR 3SPF").getByRole("button", { name: "Duplicate" }));
      await vi.waitFor(() => expect(shown).toHaveLength(times));
    }
    expect(shown.every((one) => one === screen.getByRole("status"))).toBe(true);
  });

  test("duplicates a session", async () => {
    const made = await open({ "POST /api/desk/sessions/s5/duplicate": row({ id: "s7" }) });
    fireEvent.click(ofRow("E6AR 3SPF").getByRole("button", { name: "Duplicate" }));
    await screen.findByText(/A copy stands at the top/);
    expect(posted(made)).toEqual([{ path: "/api/desk/sessions/s5/duplicate", body: {} }]);
  });

  test("shows a signed summary to read and print", async () => {
    const made = await open({ "GET /api/desk/sessions/s4/summary": summaryPage({ version: 1, signedMs: AT }) });
    fireEvent.click(ofRow("D5ZQ 2RNE").getByRole("button", { name: "Summary" }));
    await screen.findByRole("button", { name: "Print" });
    expect(await stumbles(made.container)).toEqual([]);
    press("Back to the sessions");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Sessions");
  });
});

describe("a new session", () => {
  async function begin(table: Parameters<typeof doors>[0] = {}, view = deskView()) {
    const made = await open(table, view);
    fireEvent.click(screen.getAllByRole("button", { name: "New session" })[0]!);
    return made;
  }

  test("can be read by everybody", async () => {
    expect(await stumbles((await begin()).container)).toEqual([]);
  });

  test("shows what each agenda is for and for whom, and which tender activity in it is not approved", async () => {
    await begin();
    const heard = screen.getByRole("radio", { name: /^Heard/ }).closest("label")?.textContent;
    expect(heard).toContain("For a group that knows each other.");
    expect(heard?.replaceAll(/[\u2068\u2069]/g, "")).toContain("not approved here: My line of a loss.");
    expect(screen.getByRole("radio", { name: /^First circle/ }).closest("label")?.textContent).toContain("90 minutes, 6 to 20 people");
  });

  test("asks for an agenda before anything is made", async () => {
    const made = await begin();
    press("Make it and open it");
    expect(screen.getByRole("alert").textContent).toBe("Choose what to play first.");
    expect(posted(made)).toEqual([]);
  });

  test("begins as practice, with five, and opens at once", async () => {
    const made = await begin({ "POST /api/desk/sessions": row(), "POST /api/desk/sessions/s1/open": LINKS });
    fireEvent.click(screen.getByRole("radio", { name: /^First circle/ }));
    press("Make it and open it");
    await screen.findByText(/^The door is open/);
    expect(posted(made)[0]?.body).toEqual({
      agenda: "first-circle",
      practice: true,
      presence: "together",
      floor: 5,
      approval: false,
      startsMs: null,
      retentionDays: 1,
    });
  });

  test("sends every choice, and a plan in local time", async () => {
    const made = await begin({ "POST /api/desk/sessions": row() });
    for (const name of [/^First circle/, /^Real/, /^Each somewhere else/, /^At least 4/, /^Plan it for later/]) fireEvent.click(screen.getByRole("radio", { name }));
    fireEvent.click(screen.getByRole("checkbox", { name: /^Admit people one by one/ }));
    fireEvent.input(screen.getByLabelText("Day and time, where you are"), { target: { value: "2199-03-01T18:30" } });
    fireEvent.change(screen.getByRole("combobox"), { target: { value: "30" } });
    press("Make the session");
    await screen.findByText("The session is planned.");
    expect(posted(made)).toEqual([
      {
        path: "/api/desk/sessions",
        body: {
          agenda: "first-circle",
          practice: false,
          presence: "apart",
          floor: 4,
          approval: true,
          startsMs: new Date(2199, 2, 1, 18, 30).getTime(),
          retentionDays: 30,
        },
      },
    ]);
  });

  test("a plan must lie ahead", async () => {
    const made = await begin();
    fireEvent.click(screen.getByRole("radio", { name: /^First circle/ }));
    fireEvent.click(screen.getByRole("radio", { name: /^Plan it for later/ }));
    fireEvent.input(screen.getByLabelText("Day and time, where you are"), { target: { value: "2001-01-01T10:00" } });
    press("Make the session");
    expect(screen.getByRole("alert").textContent).toContain("lie ahead");
    expect(posted(made)).toEqual([]);
  });

  test("an agenda that is for practice only stays practice", async () => {
    await begin({}, deskView({ agendas: [agenda({ practice: true })] }));
    fireEvent.click(screen.getByRole("radio", { name: /^Real/ }));
    fireEvent.click(screen.getByRole("radio", { name: /^First circle/ }));
    expect((screen.getByRole("radio", { name: /^Practice/ }) as HTMLInputElement).checked).toBe(true);
    expect((screen.getByRole("radio", { name: /^Real/ }) as HTMLInputElement).disabled).toBe(true);
  });
});

describe("one exercise, with what it needs around it", () => {
  const plain = (text: string | null | undefined) => text?.replaceAll(/[\u2068\u2069]/g, "");
  const shown = () => screen.getAllByRole("radio").filter((one) => (one as HTMLInputElement).name === "agenda").map((one) => one.closest("label")?.querySelector(".choice-name")?.textContent);
  const search = (word: string) => fireEvent.input(screen.getByRole("searchbox"), { target: { value: word } });
  const ofTheme = (theme: string) => fireEvent.change(screen.getByRole("combobox", { name: "Theme" }), { target: { value: theme } });
  async function look(table: Parameters<typeof doors>[0] = {}, view = deskView()) {
    const made = await open(table, view);
    fireEvent.click(screen.getAllByRole("button", { name: "New session" })[0]!);
    fireEvent.click(screen.getByRole("radio", { name: /^One exercise/ }));
    return made;
  }

  test("each stands there with what it is for, its minutes, its people and its level in words", async () => {
    const made = await look();
    expect(shown()).toEqual(["A letter", "Clear and kind", "My line of a loss", "Back into the room"]);
    const said = plain(screen.getByRole("radio", { name: /^Clear and kind/ }).closest("label")?.textContent);
    expect(said).toContain("92 minutes, 5 to 20 people · personal · Boundaries");
    expect(said).toContain("Say no, and stay in contact.");
    expect(plain(screen.getByRole("radio", { name: /^Back into the room/ }).closest("label")?.textContent)).toContain("light");
    expect(await stumbles(made.container)).toEqual([]);
  });

  test("is found by words and by its theme", async () => {
    await look();
    search(" CONTACT  say ");
    expect(shown()).toEqual(["Clear and kind"]);
    search("");
    ofTheme("grief");
    expect(shown()).toEqual(["My line of a loss"]);
    expect(screen.getAllByRole("option").map((one) => plain(one.textContent))).toContain("Boundaries (1)");
  });

  test("a search that finds nothing says what to do, and one press shows all again", async () => {
    const made = await look();
    search("zebra");
    expect(screen.getByText(/Try a shorter word, or another theme/)).toBeTruthy();
    expect(await stumbles(made.container)).toEqual([]);
    press(/^Show all/);
    expect(shown()).toHaveLength(4);
    expect(document.activeElement).toBe(screen.getByRole("searchbox"));
  });

  test("shows its evening in order, with minutes, before anything is made", async () => {
    const made = await look();
    fireEvent.click(screen.getByRole("radio", { name: /^Clear and kind/ }));
    const order = within(screen.getByRole("list", { name: "The evening, in order" }));
    expect(order.getAllByRole("listitem").map((one) => plain(one.textContent))).toEqual(["What this is4 min", "Agreements8 min", "Equal turns12 min", "Clear and kind35 min", "How I leave6 min"]);
    expect(posted(made)).toEqual([]);
    expect(await stumbles(made.container)).toEqual([]);
    search("room");
    expect(plain(screen.getByText(/^Chosen/).textContent)).toBe("Chosen: Clear and kind, 92 minutes");
  });

  test("makes the session of its evening, and a key in the search makes none", async () => {
    const made = await look({ "POST /api/desk/sessions": row(), "POST /api/desk/sessions/s1/open": LINKS });
    expect(fireEvent.keyDown(screen.getByRole("searchbox"), { key: "Enter" })).toBe(false);
    fireEvent.click(screen.getByRole("radio", { name: /^Clear and kind/ }));
    press("Make it and open it");
    await screen.findByText(/^The door is open/);
    expect(posted(made)[0]?.body).toMatchObject({ agenda: "around-kind-no", practice: true });
  });

  test("is for practice while it is tender and not approved", async () => {
    await look();
    const real = () => screen.getByRole("radio", { name: /^Real/ }) as HTMLInputElement;
    fireEvent.click(real());
    fireEvent.click(screen.getByRole("radio", { name: /^My line of a loss/ }));
    expect((screen.getByRole("radio", { name: /^Practice/ }) as HTMLInputElement).checked).toBe(true);
    expect(real().disabled).toBe(true);
    expect(screen.getByText(/^Not approved here: .*My line of a loss/)).toBeTruthy();
    fireEvent.click(screen.getByRole("radio", { name: /^A letter/ }));
    expect(real().disabled).toBe(false);
    expect(screen.getByText("Approved here.")).toBeTruthy();
  });

  test("going back to the evenings chooses none", async () => {
    const made = await look();
    fireEvent.click(screen.getByRole("radio", { name: /^Clear and kind/ }));
    fireEvent.click(screen.getByRole("radio", { name: /^An evening/ }));
    press("Make it and open it");
    expect(screen.getByRole("alert").textContent).toBe("Choose what to play first.");
    expect(posted(made)).toEqual([]);
  });
});

describe("tender activities", () => {
  const ofOne = (name: string) => within(screen.getByRole("heading", { name }).closest("li") as HTMLElement);
  async function look(table: Parameters<typeof doors>[0] = {}, view = deskView()) {
    const made = await open(table, view);
    press("Tender activities");
    return made;
  }

  test("stand there by name, with the note, what to watch for, the rules and who decided when", async () => {
    const made = await look();
    expect(await stumbles(made.container)).toEqual([]);
    const line = ofOne("My line of a loss");
    expect(line.getByText("Nobody sees the line.")).toBeTruthy();
    expect(line.getByText("Watch for a loss of the last weeks.")).toBeTruthy();
    expect(line.getByText("Nobody has decided about it yet.")).toBeTruthy();
    expect(line.getByText("Heard")).toBeTruthy();
    const letter = ofOne("A letter to the younger self");
    expect(letter.getByText(/^Approved on .*26 November 2026.*, by whoever held the link to this desk\.$/)).toBeTruthy();
    expect(screen.getByText(/comes right after it, and .*20.* minutes stay before the end/)).toBeTruthy();
  });

  test("are approved and taken back one by one", async () => {
    const made = await look({ "POST /api/desk/tender": {} });
    fireEvent.click(ofOne("My line of a loss").getByRole("button", { name: "Approve it" }));
    await screen.findByText(/^Approved: .*My line of a loss/);
    fireEvent.click(ofOne("A letter to the younger self").getByRole("button", { name: "Take the approval back" }));
    await screen.findByText(/^The approval is taken back: /);
    expect(posted(made).map(({ body }) => body)).toEqual([
      { activity: "grief-line", approved: true },
      { activity: "letter", approved: false },
    ]);
  });

  test("an approval that was taken back says so", async () => {
    await look({}, deskView({ tender: [tender({ decidedMs: AT })] }));
    expect(screen.getByText(/^The approval was taken back on .*26 November 2026/)).toBeTruthy();
    expect(screen.getByText("off in real sessions")).toBeTruthy();
  });

  test("that are not approved leave an agenda to practice, and those that are do not", async () => {
    await open();
    fireEvent.click(screen.getAllByRole("button", { name: "New session" })[0]!);
    fireEvent.click(screen.getByRole("radio", { name: /^Real/ }));
    fireEvent.click(screen.getByRole("radio", { name: /^Heard/ }));
    expect((screen.getByRole("radio", { name: /^Practice/ }) as HTMLInputElement).checked).toBe(true);
    expect((screen.getByRole("radio", { name: /^Real/ }) as HTMLInputElement).disabled).toBe(true);
    cleanup();
    await open({}, deskView({ agendas: [agenda({ tender: ["letter"], approved: ["letter"] })] }));
    fireEvent.click(screen.getAllByRole("button", { name: "New session" })[0]!);
    fireEvent.click(screen.getByRole("radio", { name: /^First circle/ }));
    expect((screen.getByRole("radio", { name: /^Real/ }) as HTMLInputElement).disabled).toBe(false);
    expect(screen.getByText(/approved here: .*A letter to the younger self/)).toBeTruthy();
  });

  test("a planned session that waits for an approval is not opened, and the way to it is there", async () => {
    await open({}, deskView({ sessions: [row({ waitsFor: ["My line of a loss"] })] }));
    expect(screen.queryByRole("button", { name: "Open" })).toBeNull();
    expect(screen.getByText(/^Waits until it is approved: .*My line of a loss/)).toBeTruthy();
    fireEvent.click(ofRow("M7QK 4RWT").getByRole("button", { name: "Tender activities" }));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Tender activities");
  });
});

describe("the help page", () => {
  test("says when it was last checked, and saves", async () => {
    const made = await open({ "POST /api/desk/help": {} });
    press("Help page");
    expect(screen.getByText("Last checked on 17 November 2026.")).toBeTruthy();
    expect(await stumbles(made.container)).toEqual([]);
    fireEvent.input(screen.getByRole("textbox"), { target: { value: "Ring 1 for the desk." } });
    press("Save: it is right as of today");
    await screen.findByText("Saved, and checked today.");
    expect(posted(made)).toEqual([{ path: "/api/desk/help", body: { text: "Ring 1 for the desk." } }]);
  });
});

describe("when something goes wrong", () => {
  test.each(Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[])("%s is a sentence", async (problem) => {
    await open({ "POST /api/desk/sessions/s5/duplicate": { problem } });
    fireEvent.click(ofRow("E6AR 3SPF").getByRole("button", { name: "Duplicate" }));
    await screen.findByText(t(PROBLEMS[problem]));
    expect(screen.getByRole("status").textContent).toMatch(/\.$/);
  });

  test("an ended link says where a new one comes from", async () => {
    await open({ "GET /api/desk": { problem: "link_ended" } });
    await screen.findByText(/Whoever runs the server can print a new one/);
  });

  test("a desk that cannot be reached can be asked again", async () => {
    const { asked } = await open({ "GET /api/desk": { problem: "no_line" } });
    await screen.findByText(/cannot be reached. Nothing has changed/);
    press("Try again");
    await vi.waitFor(() => expect(asked).toHaveLength(2));
  });
});

describe("the sentences of the desk and of the closing", () => {
  const sources = import.meta.glob(["../src/{desk,closing}/*.{ts,tsx}", "../src/desk.tsx", "../../realtime/client/pictures/*.{ts,tsx}"], {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const source = Object.values(sources).join("\n");
  const ids = idsOf(`${own}\n${closing}`);

  test("exist once each, and none is left over", () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !source.includes(`"${id}"`) && !id.startsWith("stage-"))).toEqual([]);
    const asked = [...source.matchAll(/\bt\("([\w-]+)"/g)].map((match) => match[1] as string);
    const known = new Set([...ids, ...idsOf(`${pictures}\n${stored}\n${erasing}`)]);
    expect(asked.filter((id) => !known.has(id))).toEqual([]);
  });

  test("invite, and promise nothing that the tool cannot keep", () => {
    const said = `${own}\n${closing}`.split("\n").filter((line) => !line.startsWith("#")).join("\n");
    expect(said).not.toMatch(/!|\bplease wait\b|\boops\b|\bsafe\b|\bsecure\b|anonymous/i);
  });
});
