import { Icon } from "../../../realtime/client/look/Icon";
import type { ClientCommand, QueueCardView } from "../../../realtime/client/wire";
import { Act } from "./Act";
import { useDoing } from "./context";

/** What its writer or a facilitator said about it, in words. */
function Marks({ card }: { card: QueueCardView }) {
  const { t } = useDoing();
  if (card.veil === null && !card.late) return null;
  return (
    <p class="marks">
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
  run: number;
  place: number;
  count: number;
  onDecided: () => void;
}

export function WaitingCard({ card, run, place, count, onDecided }: WaitingProps) {
  const { t, isWaiting, open } = useDoing();
  const text = `card-${card.id}`;
  const approve: ClientCommand = { t: "approve_card", run, card: card.id, rewrites: card.rewrites };
  const hide: ClientCommand = { t: "hide_card", run, card: card.id };
  // Whoever reads fast must not share by the second key what the first one hid.
  const deciding = isWaiting(approve) || isWaiting(hide);
  return (
    <article class="card" aria-label={t("card-place", { place, count })} data-card={card.id}>
      <p id={text}>{card.text}</p>
      <Marks card={card} />
      <footer>
        <Act name="approve" command={approve} blocked={deciding} describedBy={text} onDone={onDecided}>
          <Icon name="check" />
          {t(card.veil === null ? "card-share" : "card-share-veiled")}
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
export function DecidedCard({ card, run, featured }: { card: QueueCardView; run: number; featured: boolean }) {
  const { t } = useDoing();
  const text = `card-${card.id}`;
  const { icon, tone } = LOOK[card.state];
  const released = card.state === "released";
  return (
    <li class={`is-${card.state}`} data-card={card.id}>
      <div>
        <span id={text} class="voice">
          {card.text}
        </span>
        <Marks card={card} />
      </div>
      <span class={`tag ${tone}`}>
        <Icon name={featured ? "screen" : icon} />
        {t(featured ? "card-featured" : `card-${card.state}`)}
      </span>
      <span class="deeds">
        {released && (
          <Act class="button slim quiet" name="feature" describedBy={text} command={{ t: "feature_card", run, card: featured ? null : card.id }}>
            {t(featured ? "card-unfeature" : "card-feature")}
          </Act>
        )}
        {released && <VeilButton card={card} describedBy={text} off={false} />}
        {released ? (
          <Act class="button slim quiet" name="hide" describedBy={text} command={{ t: "hide_card", run, card: card.id }}>
            {t("card-off-wall")}
          </Act>
        ) : (
          <Act class="button slim quiet" name="undo" describedBy={text} command={{ t: "reconsider_card", run, card: card.id }}>
            <Icon name="back" />
            {t("card-undo")}
          </Act>
        )}
      </span>
    </li>
  );
}
