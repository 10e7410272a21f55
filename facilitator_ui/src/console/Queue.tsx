import { useEffect, useRef, useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { ClientCommand, ConsoleView, QueueCardView, SharedView } from "../../../realtime/client/wire";
import { useKeys } from "../keys";
import { Act } from "./Act";
import { useDoing } from "./context";

/** Where the arrows lead: to the Share button of the card, which is the card's place in the queue. */
const SHARE = '[data-queue] [data-name="share"]';

function shares(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>(SHARE));
}

function placeOfFocus(): number {
  return shares().findIndex((share) => share.closest("article")?.contains(document.activeElement));
}

export function focusQueue(): void {
  shares()[Math.max(0, placeOfFocus())]?.focus();
}

/** Presses a button of the card that has the focus; elsewhere the key means nothing. */
function decide(name: "share" | "hide"): void {
  const card = shares()[placeOfFocus()]?.closest("article");
  card?.querySelector<HTMLElement>(`[data-name="${name}"]`)?.click();
}

function move(by: number): void {
  const place = placeOfFocus();
  if (place < 0) return;
  const all = shares();
  all[(place + by + all.length) % all.length]?.focus();
}

interface CardProps {
  card: QueueCardView;
  run: number;
  place: number;
  count: number;
  onDecided: () => void;
}

function WaitingCard({ card, run, place, count, onDecided }: CardProps) {
  const { t, isWaiting } = useDoing();
  const text = `card-${card.id}`;
  const share: ClientCommand = { t: "approve_card", run, card: card.id };
  const hide: ClientCommand = { t: "hide_card", run, card: card.id };
  // Whoever reads fast must not share by the second key what the first one hid.
  const deciding = isWaiting(share) || isWaiting(hide);
  return (
    <article class="card" aria-label={t("card-place", { place, count })} data-card={card.id}>
      <p id={text}>{card.text}</p>
      <footer>
        <Act name="share" command={share} blocked={deciding} describedBy={text} onDone={onDecided}>
          <Icon name="check" />
          {t("card-share")}
        </Act>
        <Act name="hide" class="button slim quiet" command={hide} blocked={deciding} describedBy={text} onDone={onDecided}>
          {t("card-hide")}
        </Act>
      </footer>
    </article>
  );
}

function DecidedCard({ card, run }: { card: QueueCardView; run: number }) {
  const { t } = useDoing();
  const text = `card-${card.id}`;
  return (
    <li class={`is-${card.state}`}>
      <span id={text} class="voice">
        {card.text}
      </span>
      <span class={card.state === "hidden" ? "tag soft" : "tag kept"}>
        <Icon name={card.state === "hidden" ? "held" : card.state === "released" ? "wall" : "check"} />
        {t(`card-${card.state}`)}
      </span>
      {card.state === "hidden" ? (
        <Act class="button slim quiet" command={{ t: "approve_card", run, card: card.id }} describedBy={text}>
          {t("card-share")}
        </Act>
      ) : (
        <Act class="button slim quiet" command={{ t: "hide_card", run, card: card.id }} describedBy={text}>
          {t(card.state === "released" ? "card-off-wall" : "card-hide")}
        </Act>
      )}
    </li>
  );
}

/** Cards one by one, in the shuffled order of the server. `single`: one at a time, for a phone. */
export function Queue({ desk, shared, single = false }: { desk: ConsoleView; shared: SharedView; single?: boolean }) {
  const { t } = useDoing();
  const [at, setAt] = useState(0);
  const refocusRef = useRef<number | null>(null);
  const stage = shared.stage;
  const unread = desk.queue.filter((card) => card.state === "waiting");
  const read = desk.queue.filter((card) => card.state !== "waiting");

  useKeys({
    m: focusQueue,
    s: () => decide("share"),
    x: () => decide("hide"),
    arrowright: () => move(1),
    arrowdown: () => move(1),
    arrowleft: () => move(-1),
    arrowup: () => move(-1),
  });
  // The next card can be read at once. After the last one, the focus waits until its card has left the list.
  const onward = () => {
    const following = shares()[placeOfFocus() + 1];
    if (following === undefined) refocusRef.current = placeOfFocus();
    else following.focus();
  };
  useEffect(() => {
    if (refocusRef.current === null) return;
    const all = shares();
    all[Math.min(refocusRef.current, all.length - 1)]?.focus();
    refocusRef.current = null;
  }, [unread.length]);

  if (stage?.kind !== "wall") return null;
  if (stage.phase !== "closed")
    return stage.phase === "open" ? <p class="soft">{t("queue-writing", { answered: desk.answered })}</p> : null;
  if (stage.outcome !== "unsealed") return null;
  if (desk.queue.length === 0) return <p class="soft">{t("queue-none")}</p>;

  const place = Math.min(at, Math.max(0, unread.length - 1));
  const onTable = single ? unread.slice(place, place + 1) : unread;
  return (
    <section class="stack" aria-labelledby="queue-title" data-queue>
      <h2 class="row" id="queue-title">
        <span class="title small-title">{t("queue-title", { count: unread.length })}</span>
        <span class="soft small">{t("queue-shuffled")}</span>
      </h2>
      {onTable.length > 0 && (
        <div class="queue">
          {onTable.map((card, index) => (
            <WaitingCard
              key={card.id}
              card={card}
              run={stage.run}
              place={(single ? place : index) + 1}
              count={unread.length}
              onDecided={onward}
            />
          ))}
        </div>
      )}
      {single && unread.length > 1 && (
        <button type="button" class="button quiet" onClick={() => setAt((place + 1) % unread.length)}>
          {t("card-another")}
        </button>
      )}
      {read.length > 0 && (
        <div class="stack tight">
          <h3 class="label">{t("decided")}</h3>
          <ul class="decided">
            {read.map((card) => (
              <DecidedCard key={card.id} card={card} run={stage.run} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
