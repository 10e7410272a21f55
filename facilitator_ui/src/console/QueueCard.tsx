import { Icon } from "../../../realtime/client/look/Icon";
import type { ClientCommand, Field, QueueCardView, Signal } from "../../../realtime/client/wire";
import { labelledLines } from "../labelled";
import { Act } from "./Act";
import { topicsOf } from "./aside";
import { useDoing } from "./context";
import { Marked, SignalMarks } from "./Signals";

const NO_SIGNALS: Signal[] = [];

/** The words of a card; where its lines have labels, each under its own. */
export function CardWords({ text, fields, id, signals = NO_SIGNALS }: { text: string; fields: Field[]; id?: string; signals?: Signal[] }) {
  if (fields.length === 0)
    return (
      <p id={id}>
        <Marked text={text} signals={signals} />
      </p>
    );
  return (
    <dl id={id} class="labelled">
      {labelledLines(text, fields).map(({ label, line, from }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Marked text={line} signals={signals} from={from} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The words it replies to; whose they are is known to nobody. */
function RepliesTo({ card, fields }: { card: QueueCardView; fields: Field[] }) {
  const { t } = useDoing();
  if (card.replyTo === "") return null;
  return (
    <div class="replies-to">
      <span class="label small">{t("card-replies-to")}</span>
      <blockquote class="soft">
        <CardWords text={card.replyTo} fields={fields} />
      </blockquote>
    </div>
  );
}

/** What its writer or a facilitator said about it, in words. */
function Marks({ card }: { card: QueueCardView }) {
  const { t } = useDoing();
  const { aside } = card;
  const authors = topicsOf(aside, t);
  if (card.veil === null && !card.late && authors === "" && !aside.nameable) return null;
  return (
    <p class="marks">
      {authors !== "" && (
        <span class="tag soft">
          <Icon name="veil" />
          {t("aside-covered", { topics: authors })}
        </span>
      )}
      {aside.note !== "" && (
        <span class="small" dir="auto">
          {t("aside-note", { note: aside.note })}
        </span>
      )}
      {aside.nameable && (
        <span class="tag kept">
          <Icon name="check" />
          {t("aside-nameable")}
        </span>
      )}
      {card.veil !== null && (
        <span class="tag soft">
          <Icon name="veil" />
          {t(`veil-on-${card.veil}`)}
        </span>
      )}
      {card.late && (
        <span class="tag lamp">
          <Icon name="clock" />
          {t("card-late")}
        </span>
      )}
    </p>
  );
}

function VeilButton({ card, describedBy, off }: { card: QueueCardView; describedBy: string; off: boolean }) {
  const { t, open } = useDoing();
  return (
    <button
      type="button"
      class="button slim quiet"
      data-name="veil"
      aria-describedby={describedBy}
      aria-disabled={off}
      onClick={() => !off && open({ about: "veil", card: card.id })}
    >
      {t(card.veil === null ? "card-veil" : "card-veil-change")}
    </button>
  );
}

interface WaitingProps {
  card: QueueCardView;
  fields: Field[];
  run: number;
  place: number;
  count: number;
  onDecided: () => void;
}

export function WaitingCard({ card, fields, run, place, count, onDecided }: WaitingProps) {
  const { t, isWaiting, open } = useDoing();
  const text = `card-${card.id}`;
  const approve: ClientCommand = { t: "approve_card", run, card: card.id, rewrites: card.rewrites, seen: card.state };
  const hide: ClientCommand = { t: "hide_card", run, card: card.id };
  // Whoever reads fast must not share by the second key what the first one hid.
  const deciding = isWaiting(approve) || isWaiting(hide);
  return (
    <article class="card" aria-label={t("card-place", { place, count })} data-card={card.id}>
      <RepliesTo card={card} fields={[]} />
      <CardWords id={text} text={card.text} fields={fields} signals={card.signals} />
      <Marks card={card} />
      <SignalMarks signals={card.signals} about={card.id} describedBy={text} />
      <footer>
        <Act name="approve" command={approve} blocked={deciding} describedBy={text} onDone={onDecided}>
          <Icon name="check" />
          {t(card.veil === null && topicsOf(card.aside, t) === "" ? "card-share" : "card-share-veiled")}
        </Act>
        <button
          type="button"
          class="button slim quiet"
          data-name="return"
          aria-describedby={text}
          aria-disabled={deciding}
          onClick={() => !deciding && open({ about: "return", card: card.id })}
        >
          {t("card-return")}
        </button>
        <VeilButton card={card} describedBy={text} off={deciding} />
        <Act name="hide" class="button slim quiet" command={hide} blocked={deciding} describedBy={text} onDone={onDecided}>
          {t("card-hide")}
        </Act>
      </footer>
    </article>
  );
}

const LOOK = {
  waiting: { icon: "card", tone: "soft" },
  approved: { icon: "check", tone: "kept" },
  released: { icon: "wall", tone: "kept" },
  hidden: { icon: "held", tone: "soft" },
  returned: { icon: "returned", tone: "lamp" },
};

/** What was decided, with what can still be done about it. */
export function DecidedCard({ card, fields, run, featured, deals }: { card: QueueCardView; fields: Field[]; run: number; featured: boolean; deals: boolean }) {
  const { t } = useDoing();
  const text = `card-${card.id}`;
  const { icon, tone } = LOOK[card.state];
  const released = card.state === "released";
  return (
    <li class={`is-${card.state}`} data-card={card.id}>
      <div>
        <div class="voice">
          <CardWords id={text} text={card.text} fields={fields} signals={card.signals} />
        </div>
        <RepliesTo card={card} fields={[]} />
        <Marks card={card} />
        <SignalMarks signals={card.signals} about={card.id} describedBy={text} />
      </div>
      <span class={`tag ${tone}`}>
        <Icon name={featured ? "screen" : icon} />
        {t(featured ? "card-featured" : released && deals ? "card-dealt" : `card-${card.state}`)}
      </span>
      <span class="deeds">
        {released && !deals && (
          <Act class="button slim quiet" name="feature" describedBy={text} command={{ t: "feature_card", run, card: featured ? null : card.id }}>
            {t(featured ? "card-unfeature" : "card-feature")}
          </Act>
        )}
        {released && <VeilButton card={card} describedBy={text} off={false} />}
        {released ? (
          <Act class="button slim quiet" name="hide" describedBy={text} command={{ t: "hide_card", run, card: card.id }}>
            {t(deals ? "card-hide" : "card-off-wall")}
          </Act>
        ) : (
          <Act class="button slim quiet" name="undo" describedBy={text} command={{ t: "reconsider_card", run, card: card.id, seen: card.state }}>
            <Icon name="back" />
            {t("card-undo")}
          </Act>
        )}
      </span>
    </li>
  );
}

/** Cards that were dealt for replies: each with how many shared replies it has. `read`: no more replies come, so those without one are pointed out. */
export function DealtCards({ cards, run, read }: { cards: QueueCardView[]; run: number; read: boolean }) {
  const { t } = useDoing();
  const alone = cards.filter(({ replies }) => replies === 0).length;
  return (
    <section class="stack tight" aria-labelledby="dealt-title">
      <h2 class="label" id="dealt-title">
        {t("dealt-title")}
      </h2>
      {read && <p class="soft small">{t("dealt-alone", { alone })}</p>}
      <ul class="decided dealt">
        {cards.map((card) => (
          <li key={card.id}>
            <div>
              <p class="voice" id={`card-${card.id}`}>
                <Marked text={card.text} signals={card.signals} />
              </p>
              <Marks card={card} />
              <SignalMarks signals={card.signals} about={card.id} describedBy={`card-${card.id}`} />
            </div>
            <span class={`tag num ${read && card.replies === 0 ? "lamp" : "soft"}`}>
              {read && <Icon name={card.replies === 0 ? "warn" : "check"} />}
              {t("dealt-replies", { replies: card.replies ?? 0 })}
            </span>
            <span class="deeds">
              <VeilButton card={card} describedBy={`card-${card.id}`} off={false} />
              <Act class="button slim quiet" name="hide" describedBy={`card-${card.id}`} command={{ t: "hide_card", run, card: card.id }}>
                {t("card-hide")}
              </Act>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
