import { useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { ConsoleView, SharedView } from "../../../realtime/client/wire";
import { Act } from "./Act";
import { focusCard, placeOfFocus } from "./cards";
import { useDoing } from "./context";
import { DealtCards, DecidedCard, WaitingCard } from "./QueueCard";

/** The last decision, as long as it can be taken back. */
function Undo({ desk, run }: { desk: ConsoleView; run: number }) {
  const { t, lastCard } = useDoing();
  const card = desk.queue.find(({ id }) => id === lastCard.value);
  if (card === undefined || card.state === "waiting" || card.state === "released") return null;
  return (
    <Act class="button slim quiet undo-last" name="undo-last" command={{ t: "reconsider_card", run, card: card.id, seen: card.state }}>
      <Icon name="back" />
      {t("queue-undo")} <kbd>U</kbd>
    </Act>
  );
}

/** Cards one by one, in the shuffled order of the server. `single`: one at a time, for a phone. */
export function Queue({ desk, shared, single = false }: { desk: ConsoleView; shared: SharedView; single?: boolean }) {
  const { t } = useDoing();
  const [at, setAt] = useState(0);
  const stage = shared.stage;
  // The cards that were dealt stand below the replies: they were read in their own stage.
  const dealt = desk.queue.filter((card) => card.replies !== null);
  const own = desk.queue.filter((card) => card.replies === null);
  const unread = own.filter((card) => card.state === "waiting");
  const read = own.filter((card) => card.state !== "waiting");
  const fields = stage?.body.t === "wall" ? stage.body.input.fields : [];
  const deals = stage?.body.t === "wall" && stage.body.deals;

  // The next card can be read at once. After the last one the focus waits for its card to leave the list, and is then kept by the page.
  const onward = () => {
    const place = placeOfFocus();
    if (!single && place < unread.length - 1) focusCard(place + 1);
  };

  if (stage?.kind !== "wall") return null;
  if (stage.phase !== "closed")
    return (
      <>
        {stage.phase === "open" && <p class="soft">{t("queue-writing", { answered: desk.answered })}</p>}
        {dealt.length > 0 && <DealtCards cards={dealt} run={stage.run} read={false} />}
      </>
    );
  if (stage.outcome !== "unsealed") return null;
  if (desk.queue.length === 0) return <p class="soft">{t("queue-none")}</p>;

  const place = Math.min(at, Math.max(0, unread.length - 1));
  const onTable = single ? unread.slice(place, place + 1) : unread;
  return (
    <section class="stack queue-box" aria-labelledby="queue-title" data-queue>
      <div class="row">
        <h2 class="row" id="queue-title">
          <span class="title small-title">{t("queue-title", { count: unread.length })}</span>
          <span class="soft small">{t("queue-shuffled")}</span>
        </h2>
        <Undo desk={desk} run={stage.run} />
      </div>
      {onTable.length > 0 && (
        <div class="queue">
          {onTable.map((card, index) => (
            <WaitingCard
              key={card.id}
              card={card}
              fields={fields}
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
          <p class="small soft">{t("decided-nameable", { nameable: read.filter(({ aside }) => aside.nameable).length, of: read.length })}</p>
          <ul class="decided">
            {read.map((card) => (
              <DecidedCard key={card.id} card={card} fields={fields} run={stage.run} featured={card.id === desk.featured} deals={deals} />
            ))}
          </ul>
        </div>
      )}
      {dealt.length > 0 && <DealtCards cards={dealt} run={stage.run} read={unread.length === 0} />}
    </section>
  );
}
