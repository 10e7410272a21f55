import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";

import { asking } from "../src/closing/ask";
import { Closing, Published } from "../src/closing/Closing";
import { wallsOf } from "../src/closing/Themes";
import { deskStrings } from "../src/desk/strings";
import { AT, SMALL, doors, summaryPage } from "./deskFixtures";
import { stumbles } from "./stumbles";

const t = deskStrings();
const SIGNED = summaryPage({ version: 1, signedMs: AT + 600_000, cardsUntilMs: null });
afterEach(cleanup);

async function open(table: Parameters<typeof doors>[0]) {
  const made = doors(table);
  const shown = render(<Closing t={t} ask={made.ask} />);
  await screen.findAllByRole("button");
  return { ...shown, ...made };
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const field = (index: number) => screen.getAllByRole("textbox")[index] as HTMLInputElement;

describe("the closing page", () => {
  test("can be read by everybody: before, while it is asked to sign, after, and with fewer than five", async () => {
    const { container } = await open({ "GET /api/closing": summaryPage() });
    expect(await stumbles(container)).toEqual([]);
    press("Sign");
    await screen.findByRole("dialog");
    expect(await stumbles(container)).toEqual([]);
    cleanup();
    expect(await stumbles((await open({ "GET /api/closing": SIGNED })).container)).toEqual([]);
    cleanup();
    expect(await stumbles((await open({ "GET /api/closing": SMALL })).container)).toEqual([]);
  });

  test("offers each wall with enough cards up to five themes, and says what does not belong in one", async () => {
    await open({ "GET /api/closing": summaryPage() });
    expect(screen.getAllByRole("group").map((group) => group.querySelector("legend")?.textContent)).toEqual(["One hope or one hesitation", "Check-out: One word"]);
    expect(screen.getByText(/No names, no quotes, nothing that fits one person only\./)).toBeTruthy();
    expect(screen.getAllByRole("textbox")).toHaveLength(4);
    for (const text of ["a", "b", "c", "d", "e"].entries()) fireEvent.input(field(3 + text[0]), { target: { value: text[1] } });
    expect(screen.getAllByRole("textbox")).toHaveLength(8);
  });

  test("counts the letters of a theme, and keeps one that is too long here", async () => {
    const { asked } = await open({ "GET /api/closing": summaryPage() });
    fireEvent.input(field(0), { target: { value: "x".repeat(61) } });
    expect(screen.getByText("1 letter too many")).toBeTruthy();
    press("Put them into the preview");
    expect((await screen.findByText(/longer than 60 letters/)).closest('[role="status"]')).toBeTruthy();
    expect(asked.map(({ path }) => path)).toEqual(["/api/closing"]);
  });

  test("puts written themes into the preview, without empty ones", async () => {
    const after = summaryPage();
    after.summary.activities[2]!.stages[1]!.themes = ["saying no"];
    after.themes = [{ stage: 4, themes: ["saying no"] }, { stage: 9, themes: [] }];
    const { asked, container } = await open({ "GET /api/closing": summaryPage(), "POST /api/closing/themes": after });
    fireEvent.input(field(0), { target: { value: "  saying no " } });
    fireEvent.input(field(1), { target: { value: "" } });
    expect(screen.getByText("Not in the preview yet.")).toBeTruthy();
    press("Put them into the preview");
    await screen.findByText("The preview has these themes.");
    expect(asked.at(-1)?.body).toEqual({ themes: [{ stage: 4, themes: ["saying no"] }, { stage: 9, themes: [] }] });
    expect([...container.querySelectorAll(".chips li")].map((chip) => chip.textContent)).toEqual(["saying no"]);
  });

  test("says of everything left out why", async () => {
    const { container } = await open({ "GET /api/closing": summaryPage() });
    const reasons = [...container.querySelectorAll(".left-out li")].map((item) => item.textContent);
    expect(reasons).toEqual([
      "Three short meetings: What I would say aloudIt was not asked without names: skipped, let go unopened, or talked about aloud.",
      "Equal turns: Being listened to like this was…Fewer than five people answered, or the words would have been as good as a number. Which of these it was is not said, because that would tell as much.",
      "Check-out: One wordNo themes were written for it. Cards themselves are never published.",
      "Check-out: How it was with usIt was for the room only. No picture of it leaves the room.",
    ]);
  });

  test("before signing says that the cards go, what stays, and until when; then shows what was published", async () => {
    const { asked } = await open({ "GET /api/closing": summaryPage(), "POST /api/closing/sign": SIGNED });
    press("Sign");
    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("All cards of this session are erased with it");
    expect(dialog.textContent).toContain("stays, for the organization");
    expect(dialog.textContent).toMatch(/erased on 27 November 2026/);
    press("Sign it");
    await screen.findByText(/^Signed on 26 November 2026/);
    expect(asked.at(-1)).toEqual({ path: "/api/closing/sign", body: { version: 0, themes: summaryPage().themes } });
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.getByRole("button", { name: "Print" })).toBeTruthy();
  });

  test("themes that are not in the preview go there before anybody can sign", async () => {
    const { asked } = await open({ "GET /api/closing": summaryPage(), "POST /api/closing/themes": summaryPage() });
    fireEvent.input(field(0), { target: { value: "another" } });
    press("Sign");
    await screen.findByRole("dialog");
    expect(asked.at(-1)?.path).toBe("/api/closing/themes");
  });

  test("when somebody else was faster, shows how it stands now", async () => {
    const table: Parameters<typeof doors>[0] = { "GET /api/closing": summaryPage(), "POST /api/closing/sign": { problem: "wrong_state" } };
    await open(table);
    press("Sign");
    await screen.findByRole("dialog");
    table["GET /api/closing"] = SIGNED;
    press("Sign it");
    await screen.findByText(/^Signed on/);
    expect(screen.getByRole("status").textContent).toContain("moved on in the meantime");
  });

  test("themes that somebody else wrote meanwhile are shown to be read, and nothing is signed", async () => {
    const table: Parameters<typeof doors>[0] = { "GET /api/closing": summaryPage(), "POST /api/closing/sign": { problem: "wrong_state" } };
    await open(table);
    press("Sign");
    await screen.findByRole("dialog");
    table["GET /api/closing"] = summaryPage({ themes: [{ stage: 4, themes: ["from the other console"] }, { stage: 9, themes: [] }] });
    press("Sign it");
    await vi.waitFor(() => expect(screen.getByRole("status").textContent).toContain("Here is how it stands now."));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("button", { name: "Sign" })).toBeTruthy();
    expect(field(0).value).toBe("from the other console");
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
  });

  test("with fewer than five keeps title and minutes, and says so kindly", async () => {
    const { container } = await open({ "GET /api/closing": SMALL });
    expect(container.textContent).toContain("We were fewer than five.");
    expect(container.textContent).toContain("About 95 minutes");
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  test("a server that cannot be reached is said, and can be asked again", async () => {
    const { asked } = await open({ "GET /api/closing": { problem: "busy" } });
    expect(screen.getByRole("status").textContent).toContain("could not do this now");
    press("Try again");
    await vi.waitFor(() => expect(asked).toHaveLength(2));
  });
});

test("without any theme it does not say that the preview has some", async () => {
  await open({ "GET /api/closing": summaryPage({ themes: [{ stage: 9, themes: [] }], summary: { ...summaryPage().summary, activities: [] } }) });
  expect(screen.queryByText("The preview has these themes.")).toBeNull();
  expect(screen.getByText(/^No themes are written yet/)).toBeTruthy();
});

describe("the published summary", () => {
  test("of a very short session says a few minutes, and of what nobody opened that it was not played", () => {
    const { container } = render(
      <Published
        page={{ ...SIGNED, summary: { ...SIGNED.summary, minutes: 0, leftOut: [{ activity: "Check-out", stage: "One word", reason: "not_played" }] } }}
        t={t}
      />,
    );
    expect(container.textContent).toContain("8–11 people, a few minutes");
    expect(container.textContent).not.toMatch(/\b0\b/);
    expect(container.querySelector(".left-out li")?.textContent).toBe("Check-out: One wordIt was not played in this session.");
    cleanup();
    const small = render(<Published page={{ ...SMALL, version: 1, summary: { ...SMALL.summary, minutes: 0 } }} t={t} />);
    expect(small.container.textContent).toContain("A few minutes");
  });

  test("has words for sums and no number of answers", () => {
    const { container } = render(<Published page={SIGNED} t={t} />);
    const bands = [...container.querySelectorAll(".bands strong")].map((band) => band.textContent);
    expect(bands).toEqual(["most or all", "some", "few or none"]);
    expect(container.textContent).toContain("rather on guard, close together");
    expect(container.textContent).toContain("8–11 people, about 95 minutes");
  });

  test("that nobody signed in time says so", () => {
    const { container } = render(<Published page={summaryPage({ version: 1, cardsUntilMs: null })} t={t} />);
    expect(container.textContent).toContain("Nobody signed it in time");
  });

  test("prints when asked", () => {
    const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
    render(<Published page={SIGNED} t={t} />);
    press("Print");
    expect(print).toHaveBeenCalledOnce();
  });
});

test("a wall has its title wherever the summary names it", () => {
  expect(wallsOf(summaryPage(), "Cards").map(({ stage, title, themes }) => [stage, title, themes.length])).toEqual([
    [4, "One hope or one hesitation", 2],
    [9, "Check-out: One word", 0],
  ]);
});

describe("asking", () => {
  const answer = (status: number, body: string) => vi.fn<typeof fetch>(async () => new Response(body, { status }));

  test("carries the secret in a header and never in the address", async () => {
    const send = answer(200, "{}");
    await asking("5ecre7", send)("/api/desk");
    expect(send.mock.calls[0]?.[0]).toBe("/api/desk");
    expect(send.mock.calls[0]?.[1]).toMatchObject({ method: "GET", headers: { authorization: "Bearer 5ecre7" } });
  });

  test("gives the reason of a refusal, and no_line for whatever cannot be read", async () => {
    expect(await asking("x", answer(409, '{"error":"only_practice"}'))("/p", {})).toEqual({ problem: "only_practice" });
    expect(await asking("x", answer(502, "<html>"))("/p", {})).toEqual({ problem: "no_line" });
    expect(await asking("x", answer(500, '{"error":"toString"}'))("/p", {})).toEqual({ problem: "no_line" });
  });
});
