import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { compile } from "../../build/strings";
import { createStrings, idsOf } from "../../strings";
import type { StoredPage } from "../../stored";
import de from "../de.ftl?raw";
import en from "../en.ftl?raw";
import { fileOf, SignedLine } from "../SignedLine";
import { ErasedNow, StoredTable } from "../StoredTable";
import { useStored } from "../watch";
import { ERASED, ERASED_SIGNED, ERASING, LINE, OPEN, OVER, OVER_LED } from "./pages";

const t = createStrings(compile(en));
const says = { t, moment: () => "Tuesday", hours: 24 };
const sources = Object.values(
  import.meta.glob<string>(["../*.{ts,tsx}", "../../../../participant_ui/src/**/*.{ts,tsx}", "../../../../facilitator_ui/src/**/*.{ts,tsx}"], { query: "?raw", import: "default", eager: true }),
).join("\n");

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const lineOf = (name: string): string => screen.getByText(name).closest("li")?.textContent ?? "";

describe("the sentences", () => {
  test("are the same ones in German, with the same numbers handed in", () => {
    expect(idsOf(de)).toEqual(idsOf(en));
    const argumentsOf = (pattern: unknown) => [...JSON.stringify(pattern).matchAll(/\["(\w+)"/g)].map((match) => match[1]).toSorted();
    const handed = (ftl: string) => Object.fromEntries(Object.entries(compile(ftl)).map(([id, pattern]) => [id, argumentsOf(pattern)]));
    expect(handed(de)).toEqual(handed(en));
  });

  test("are all used", () => expect(idsOf(en).filter((id) => !sources.includes(`"${id}"`))).toEqual([]));
});

describe("what is stored (G-A11)", () => {
  test("is one line for each kind, with who reads it and until when", () => {
    render(<StoredTable page={OVER} {...says} />);
    expect(lineOf("Cards")).toBe("CardsstoredWhoever leads reads it first, the group what was let through. Goes when the summary is signed. At the latest on Tuesday.");
    expect(lineOf("The published summary")).toContain("nothing");
    expect(lineOf("Wishes not to share a room, sealed")).toContain("if any");
    expect(screen.getAllByRole("listitem")).toHaveLength(OVER.things.length);
    expect(document.body.textContent).toContain("The database is one file on this server");
  });

  test("has numbers where the server gave them, and nowhere else", () => {
    render(<StoredTable page={OVER_LED} {...says} />);
    expect([lineOf("Cards").startsWith("Cards14"), lineOf("Notes by the facilitators").startsWith("Notes by the facilitators3")]).toEqual([true, true]);
    cleanup();
    render(<StoredTable page={OPEN} {...says} />);
    expect(lineOf("Cards")).toContain("if any");
  });

  test("says of PostgreSQL that its own log is not reached", () => {
    render(<StoredTable page={{ ...OVER, engine: "postgresql" }} {...says} />);
    expect(document.body.textContent).toContain("Its own log keeps what was erased for some time, and cannot be erased from here.");
  });

  test("is shown as it was and as it is once it is erased", () => {
    render(<StoredTable page={ERASED} before={OVER} {...says} />);
    expect(lineOf("Cards")).toBe("Cardsbefore: storednow: nothing");
    expect(lineOf("That it took place: title, code, times, terms")).toContain("now: stored");
  });

  test("is not called erased while its files are not clean", () => {
    const { rerender } = render(<ErasedNow page={OVER} {...says} />);
    expect(document.body.textContent).toBe("");
    rerender(<ErasedNow page={ERASING} {...says} />);
    expect(document.body.textContent).toContain("the files are still being emptied");
    expect(document.body.textContent).not.toMatch(/Erased on|Nothing that anybody wrote/);
    rerender(<ErasedNow page={ERASED} {...says} />);
    expect(document.body.textContent).toBe("Erased on Tuesday. Nothing that anybody wrote in this session is left in the database.");
    rerender(<ErasedNow page={ERASED_SIGNED} {...says} />);
    expect(document.body.textContent).toContain("its published summary is left in the database. What belongs to the programme stays with it.");
  });
});

describe("the signed line", () => {
  test("is there with a way to keep it, and only then", () => {
    const saved: string[] = [];
    const { rerender } = render(<SignedLine page={ERASING} t={t} day={() => "Tuesday"} />);
    expect(screen.queryByRole("button")).toBeNull();
    rerender(<SignedLine page={ERASED} t={t} day={() => "Tuesday"} save={(text) => saved.push(text)} />);
    fireEvent.click(screen.getByRole("button", { name: "Save this line" }));
    expect(saved).toEqual([fileOf({ page: ERASED, t, day: () => "Tuesday" })]);
    expect(screen.getByRole("status").textContent).toBe("Your browser has the file.");
    expect(saved[0]?.split("\n")).toContain(LINE);
    expect(saved[0]).toContain("It cannot show that nobody made a copy before.");
  });
});

describe("watching", () => {
  function Watching({ pages, moved }: { pages: (StoredPage | null)[]; moved: number }) {
    const { page, before, failed } = useStored(async () => pages.shift() ?? null, moved);
    return <p>{`${page?.state ?? "none"} before:${before?.state ?? "none"} failed:${failed}`}</p>;
  }
  const shown = (): string => document.body.textContent ?? "";
  const passes = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

  test("goes on by itself from the end until it is erased, and remembers how it was", async () => {
    const pages = [OVER, OVER, ERASING, ERASED, OPEN];
    render(<Watching pages={pages} moved={0} />);
    await passes(0);
    expect(shown()).toBe("over before:over failed:false");
    await passes(20_000);
    expect(shown()).toBe("erasing before:over failed:false");
    await passes(1_500);
    expect(shown()).toBe("erased before:over failed:false");
    await passes(120_000);
    expect(pages, "what is erased is not read again").toEqual([OPEN]);
  });

  test("reads again at once when the line to the session is closed", async () => {
    const pages = [OVER, ERASED];
    const { rerender } = render(<Watching pages={pages} moved={0} />);
    await passes(0);
    rerender(<Watching pages={pages} moved={1} />);
    await passes(0);
    expect(shown()).toBe("erased before:over failed:false");
  });

  test("says that nothing is known where nothing answers, and tries again", async () => {
    render(<Watching pages={[null, OVER]} moved={0} />);
    await passes(0);
    expect(shown()).toBe("none before:none failed:true");
    await passes(5_000);
    expect(shown()).toBe("over before:over failed:false");
  });
});
