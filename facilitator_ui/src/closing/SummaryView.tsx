import type { BandLine, HeatField, Shape, Summary, MiddleLine, PublishedActivity, PublishedStage, SummaryPage } from "../../../realtime/client/desk";
import { Truth } from "../../../realtime/client/look/Truth";
import { HeatDrawing, SHARE } from "../../../realtime/client/pictures/Heat";
import { LineDrawing } from "../../../realtime/client/pictures/Lines";
import { heatSentence, lineSentence } from "../../../realtime/client/pictures/placedSentences";
import type { Translate } from "../../../realtime/client/strings";
import { day } from "./times";

interface Of {
  t: Translate;
  /** The level of the summary's own title: 1 on a page of its own, 2 inside another one. */
  level?: 1 | 2;
}

const REASONS: Record<Summary["leftOut"][number]["reason"], string> = {
  below_floor: "summary-left-below-floor",
  not_played: "summary-left-not-played",
  not_asked: "summary-left-not-asked",
  never_published: "summary-left-never-published",
  no_themes: "summary-left-no-themes",
  small_session: "summary-left-small-session",
};

/** "8-11" with the dash that stands between numbers. */
const rangeText = (range: string): string => range.replace("-", "–");

/** How far a bar goes for a word. Its end is soft, so that nobody measures it. */
const REACH = { few: "8%", mixed: "50%", most: "92%" };
const PEAK = { low: 42, middle: 90, high: 138 };

/** A soft hill: about where, and how wide; no single answer has a place in it. */
function Hill({ line }: { line: MiddleLine }) {
  const peak = PEAK[line.middle];
  const [half, top] = line.spread === "close" ? [40, 8] : [78, 22];
  const left = Math.max(2, peak - half);
  const right = Math.min(178, peak + half);
  const hill = `M${left} 48C${(left + peak) / 2} 48 ${(left + peak) / 2} ${top} ${peak} ${top}S${(peak + right) / 2} 48 ${right} 48Z`;
  return (
    <svg class="summary-hill" viewBox="0 0 180 52" aria-hidden="true">
      <path class="soft-hill" d={hill} />
      <path class="axis" d="M2 49H178" />
    </svg>
  );
}

/** What was chosen by how many, in words, with a soft bar as long as the word. */
function BandList({ lines, t }: { lines: BandLine[]; t: Translate }) {
  if (lines.length === 0) return null;
  return (
    <ul class="bands">
      {lines.map(({ label, band }) => (
        <li key={label}>
          <span>{label}</span>
          <i style={{ "--to": REACH[band] }} />
          <strong>{t(`picture-band-${band}`)}</strong>
        </li>
      ))}
    </ul>
  );
}

/** A square of nine with a word where people were; the small picture says the same without words. */
function HeatLine({ heat, t }: { heat: HeatField; t: Translate }) {
  return (
    <div class="hill">
      <HeatDrawing shares={heat.densities.map((density) => SHARE[density])} said={null} />
      <span>
        {heat.ask !== "" && (
          <>
            <strong>{heat.ask}</strong>
            <br />
          </>
        )}
        {heatSentence(heat.densities, heat, t)}
        <br />
        <span class="small soft">{t("summary-heat-ends", { left: heat.x[0] ?? "", right: heat.x[1] ?? "", below: heat.y[0] ?? "", above: heat.y[1] ?? "" })}</span>
      </span>
    </div>
  );
}

/** How the middle of all lines went, in six places; open where fewer than five passed. */
function ShapeLine({ shape, t }: { shape: Shape; t: Translate }) {
  const slots = shape.levels.map((found) => ({ level: found, median: null }));
  return (
    <div class="hill">
      <LineDrawing slots={slots} said={null} />
      <span>{lineSentence(shape.levels, shape, t)}</span>
    </div>
  );
}

function Stage({ stage, t, level }: { stage: PublishedStage } & Required<Of>) {
  const Title = level === 1 ? "h3" : "h4";
  return (
    <div class="stack summary-stage">
      <Title class="label">{stage.title}</Title>
      {stage.count !== null && (
        <p>{t("summary-cards", { range: rangeText(stage.count) })}</p>
      )}
      <BandList lines={stage.bands} t={t} />
      {stage.upper.length > 0 && (
        <>
          <p class="small soft">{t("summary-upper")}</p>
          <BandList lines={stage.upper} t={t} />
        </>
      )}
      {stage.cards.map(({ card, piles }) => (
        <div key={card} class="stack tight">
          <p>{card}</p>
          <BandList lines={piles} t={t} />
        </div>
      ))}
      {stage.rings.length > 0 && (
        <>
          <p class="small soft">{t("summary-rings")}</p>
          <BandList lines={stage.rings} t={t} />
        </>
      )}
      {stage.marks.length > 0 && (
        <>
          <p class="small soft">{t("summary-marks")}</p>
          <BandList lines={stage.marks} t={t} />
        </>
      )}
      {stage.heat !== null && <HeatLine heat={stage.heat} t={t} />}
      {stage.shape !== null && <ShapeLine shape={stage.shape} t={t} />}
      {stage.form === "middle" && (
        <ul class="stack">
          {stage.middles.map((line) => (
            <li key={line.ask} class="hill">
              <Hill line={line} />
              <span>
                <strong>{line.ask}</strong>
                <br />
                {t("summary-middle", { middle: line.middle, spread: line.spread ?? "none", low: line.low, high: line.high })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {stage.themes.length > 0 && (
        <>
          <p class="small soft">{t("summary-themes")}</p>
          <ul class="chips">
            {stage.themes.map((theme) => (
              <li key={theme}>{theme}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Activity({ activity, t, level }: { activity: PublishedActivity } & Required<Of>) {
  const Title = level === 1 ? "h2" : "h3";
  return (
    <section>
      <header>
        <Title class="title">{activity.title}</Title>
      </header>
      {activity.stages.map((stage) => (
        <Stage key={stage.stage} stage={stage} t={t} level={level} />
      ))}
      {activity.stages.length === 0 && <p class="soft">{t("summary-activity-empty")}</p>}
    </section>
  );
}

/** What was left out, so that a missing picture is never read as a low one. */
export function LeftOutList({ summary, t, level = 1 }: { summary: Summary } & Of) {
  const Title = level === 1 ? "h2" : "h3";
  return (
    <section class="left-out">
      <header>
        <Title class="title">{t("summary-left-out")}</Title>
      </header>
      {summary.leftOut.length === 0 ? (
        <p>{t("summary-nothing-left-out")}</p>
      ) : (
        <ul class="stack">
          {summary.leftOut.map(({ activity, stage, reason }, index) => (
            <li key={index}>
              <strong>{t("summary-left-of", { activity, stage })}</strong>
              <br />
              {t(REASONS[reason])}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The published summary, word for word. */
export function SummaryView({ page, t, level = 1 }: { page: SummaryPage } & Of) {
  const { summary } = page;
  const Title = level === 1 ? "h1" : "h2";
  return (
    <>
      <div class="stack summary-head">
        <Title class="prompt" tabIndex={-1}>
          {summary.title}
        </Title>
        <p class="lead">{t("summary-of", { organization: page.organization, when: day(page.endedMs) })}</p>
        <p>
          {summary.people === null
            ? t("summary-minutes", { minutes: summary.minutes })
            : t("summary-people", { range: rangeText(summary.people), minutes: summary.minutes })}
        </p>
        {page.practice && <p class="soft">{t("closing-practice")}</p>}
        {summary.people === null ? (
          <p class="voice lead">{t("summary-small")}</p>
        ) : (
          <Truth lead={t("summary-truth-lead")}>{t("summary-truth")}</Truth>
        )}
      </div>
      {summary.people !== null && summary.activities.map((activity, index) => <Activity key={index} activity={activity} t={t} level={level} />)}
    </>
  );
}
