/** Pages of what is stored, as the server gives them. */
import type { StoredPage, StoredThing } from "../../stored";

/** 1 December 2026, 19:00 UTC. */
export const DAY = 1_796_151_600_000;
export const LINE =
  "holdspace-erased/1; session=K7WP3MXQ; day=2026-12-01; erased=2026-12-01T20:41:07Z; left=title; key=0123456789012345678901234567890123456789012; title=First circle; signature=" +
  "x".repeat(86);

type Row = [kind: StoredThing["kind"], reach: StoredThing["reach"], until: StoredThing["until"], there: boolean | null, count?: number];

const thing = (of: StoredThing["of"], [kind, reach, until, there, count]: Row, untilMs: number | null = null): StoredThing => ({
  kind,
  reach,
  until,
  untilMs,
  of,
  there,
  count: count ?? null,
});

const ORGANIZATION: Row[] = [
  ["organization", "everybody", "stays", true],
  ["desk_links", "server", "links", true],
  ["tickets", "server", "tickets", true],
  ["approvals", "organizers", "organizers", false],
];
const PROGRAMME: Row[] = [
  ["programme", "organizers", "stays", true],
  ["programme_places", "leads", "programme", true],
  ["programme_met", "server", "programme", null],
  ["programme_lines", "everybody", "programme", true],
];

/** `had`: what the session still has, and how many for whoever leads. */
function session(had: Partial<Record<StoredThing["kind"], boolean | null>>, counts: Partial<Record<StoredThing["kind"], number>> = {}): StoredThing[] {
  const row = (kind: StoredThing["kind"], reach: StoredThing["reach"], until: StoredThing["until"]): StoredThing =>
    thing("session", [kind, reach, until, had[kind] === undefined ? false : had[kind], counts[kind]], until === "summary" ? DAY + 86_400_000 : null);
  return [
    row("cards", "leads_first", "summary"),
    row("notes", "leads_first", "summary"),
    row("lines", "leads_first", "lines"),
    row("themes", "leads", "summary"),
    row("care", "leads", "end"),
    row("names", "everybody", "record"),
    row("seats", "server", "record"),
    row("apart", "server", "record"),
    row("record", "server", "record"),
    row("nodes", "server", "record"),
    row("summary", "organizers", "organizers"),
    row("links", "server", "links"),
    row("session", "organizers", "stays"),
  ];
}

const base = { title: "First circle", code: "K7WP3MXQ", practice: false, dayMs: DAY, erasedMs: null, retentionDays: 7, engine: "sqlite", line: "", publicKey: "0".repeat(43) } as const;
const organization = ORGANIZATION.map((row) => thing("organization", row));
const programme = PROGRAMME.map((row) => thing("programme", row));
const ALWAYS = { names: true, seats: true, record: true, nodes: true, links: true, session: true };
const LEFT = { links: true, session: true };

export const OPEN: StoredPage = { ...base, state: "open", things: [...session({ ...ALWAYS, cards: null, notes: null, lines: null, themes: null, care: null, apart: null }), ...organization] };
export const OVER: StoredPage = { ...base, state: "over", things: [...session({ ...ALWAYS, cards: true, notes: true, apart: null }), ...organization] };
export const OVER_LED: StoredPage = {
  ...base,
  state: "over",
  things: [...session({ ...ALWAYS, cards: true, notes: true, apart: null }, { cards: 14, notes: 3, lines: 0, themes: 0, care: 0, names: 11, record: 212 }), ...organization],
};
export const ERASING: StoredPage = { ...base, state: "erasing", things: [...session(LEFT), ...organization] };
export const ERASED: StoredPage = { ...base, state: "erased", erasedMs: DAY + 6_067_000, line: LINE, things: [...session(LEFT), ...organization] };
export const ERASED_SIGNED: StoredPage = { ...ERASED, things: [...session({ ...LEFT, summary: true }), ...programme, ...organization] };
