import { Icon } from "../look/Icon";
import type { StoredPage, StoredThing } from "../stored";
import type { Translate } from "../strings";

const KINDS: Record<StoredThing["kind"], string> = {
  cards: "stored-kind-cards",
  notes: "stored-kind-notes",
  lines: "stored-kind-lines",
  themes: "stored-kind-themes",
  care: "stored-kind-care",
  names: "stored-kind-names",
  seats: "stored-kind-seats",
  apart: "stored-kind-apart",
  record: "stored-kind-record",
  nodes: "stored-kind-nodes",
  summary: "stored-kind-summary",
  links: "stored-kind-links",
  session: "stored-kind-session",
  programme: "stored-kind-programme",
  programme_places: "stored-kind-places",
  programme_met: "stored-kind-met",
  programme_lines: "stored-kind-carried",
  organization: "stored-kind-organization",
  desk_links: "stored-kind-desk-links",
  tickets: "stored-kind-tickets",
  approvals: "stored-kind-approvals",
};
const READS: Record<StoredThing["reach"], string> = {
  everybody: "stored-reads-everybody",
  leads_first: "stored-reads-leads-first",
  leads: "stored-reads-leads",
  organizers: "stored-reads-organizers",
  server: "stored-reads-server",
};
const UNTIL: Record<StoredThing["until"], string> = {
  end: "stored-until-end",
  summary: "stored-until-summary",
  lines: "stored-until-lines",
  record: "stored-until-record",
  links: "stored-until-links",
  programme: "stored-until-programme",
  organizers: "stored-until-organizers",
  tickets: "stored-until-tickets",
  stays: "stored-until-stays",
};
const PARTS: readonly (readonly [StoredThing["of"], string])[] = [
  ["session", "stored-of-session"],
  ["programme", "stored-of-programme"],
  ["organization", "stored-of-organization"],
];
const WHERE: Record<StoredPage["engine"], string> = { sqlite: "stored-where-sqlite", postgresql: "stored-where-postgresql" };

interface Says {
  page: StoredPage;
  t: Translate;
  /** How a moment is written, in ms since 1970. */
  moment: (ms: number) => string;
  /** Hours after the end that cards stay at the latest. */
  hours: number;
}

interface TableProps extends Says {
  /** How it stood before it was erased. */
  before?: StoredPage | null;
  /** For a room to look at: what people know of the session, without who reads it and until when. */
  short?: boolean;
  level?: 2 | 3;
}

const SHORT: ReadonlySet<StoredThing["kind"]> = new Set<StoredThing["kind"]>(["cards", "notes", "lines", "names", "record", "summary", "session"]);

const erased = ({ state }: StoredPage): boolean => state === "erasing" || state === "erased";

function told({ there, count }: StoredThing, t: Translate): string {
  if (there === null) return t("stored-untold");
  if (!there) return t("stored-none");
  return count === null ? t("stored-some") : String(count);
}

function Now({ thing, was, t }: { thing: StoredThing; was: StoredThing | undefined; t: Translate }) {
  const now = told(thing, t);
  const gone = thing.there === false;
  const tag = (
    <span class={gone ? "tag kept" : thing.there === null ? "tag soft" : "tag"}>
      {gone && <Icon name="check" />}
      {was === undefined ? now : t("stored-after", { what: now })}
    </span>
  );
  if (was === undefined) return tag;
  return (
    <span class="stored-both">
      <span class="tag soft">{t("stored-before", { what: told(was, t) })}</span>
      {tag}
    </span>
  );
}

function Line({ thing, was, says: { page, t, moment, hours }, short }: { thing: StoredThing; was: StoredThing | undefined; says: Says; short: boolean }) {
  const gone = erased(page) && thing.there === false;
  const dated = thing.until === "summary" && thing.untilMs !== null;
  const until = t(dated ? "stored-until-signed" : UNTIL[thing.until], { hours, days: page.retentionDays });
  return (
    <li>
      <div class="row stored-head">
        <span class="grow">{t(KINDS[thing.kind])}</span>
        <Now thing={thing} was={was} t={t} />
      </div>
      {!short && !gone && (
        <p class="small soft">
          {t(READS[thing.reach])} {until}
          {thing.untilMs !== null && ` ${t("stored-until-latest", { when: moment(thing.untilMs) })}`}
        </p>
      )}
    </li>
  );
}

/** Every kind of thing that the database can hold of a session, and how it stands at this moment. */
export function StoredTable({ before = null, short = false, level = 2, ...says }: TableProps) {
  const { page, t } = says;
  const H = level === 2 ? "h2" : "h3";
  const was = (kind: StoredThing["kind"]) => (erased(page) ? before?.things.find((one) => one.kind === kind && one.of === "session") : undefined);
  const parts = PARTS.filter(([of]) => (of === "session" || !short) && page.things.some((one) => one.of === of));
  return (
    <div class={short ? "stored short" : "stored stack"}>
      {parts.map(([of, name]) => (
        <div key={of} class="stack tight">
          {!short && <H class="label">{t(name)}</H>}
          <ul aria-label={t(name)}>
            {page.things
              .filter((one) => one.of === of && (!short || SHORT.has(one.kind)))
              .map((thing) => (
                <Line key={thing.kind} thing={thing} was={was(thing.kind)} says={says} short={short} />
              ))}
          </ul>
        </div>
      ))}
      {!short && (
        <div class="stack tight">
          <H class="label">{t("stored-elsewhere")}</H>
          <dl class="small">
            <dt>{t("stored-memory-of")}</dt>
            <dd>{t("stored-memory")}</dd>
            <dt>{t("stored-redis-of")}</dt>
            <dd>{t("stored-redis")}</dd>
          </dl>
        </div>
      )}
      {!short && <p class="small soft">{t(WHERE[page.engine])}</p>}
      {!short && <p class="small soft">{t("stored-copies")}</p>}
    </div>
  );
}

/** That it is gone, and what stays; nothing before the files are clean. */
export function ErasedNow({ page, t, moment }: Omit<Says, "hours">) {
  const has = (of: StoredThing["of"], kind: StoredThing["kind"] | null): boolean =>
    page.things.some((one) => one.of === of && (kind === null || one.kind === kind) && one.there === true);
  if (page.state === "erasing")
    return (
      <p class="banner stored-now">
        <Icon name="clock" />
        <span>
          <strong>{t("stored-erasing-lead")}</strong> {t("stored-erasing")}
        </span>
      </p>
    );
  if (page.state !== "erased") return null;
  return (
    <p class="banner kept stored-now">
      <Icon name="check" />
      <span>
        {page.erasedMs !== null && <strong>{t("stored-erased-lead", { when: moment(page.erasedMs) })} </strong>}
        {t(has("session", "summary") ? "stored-erased-summary" : "stored-erased")}
        {has("programme", null) && ` ${t("stored-erased-programme")}`}
      </span>
    </p>
  );
}
