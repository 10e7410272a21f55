/** The wall: cards in mixed order, closed where they are veiled, each with a tap that says "could be mine". */
import type { HeldAnswer } from "../../../realtime/client/held";
import { Icon } from "../../../realtime/client/look/Icon";
import type { CardView, StageView, WallView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { dealtIn } from "../dealt";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { labelled } from "../inputs/lines";
import { cardIn } from "../mycards";
import { t } from "../text";
import { TruthOf } from "../truth";
import { becameOf, overOf, useBecame } from "./answer";
import { Begun } from "./begun";
import { DealtCard } from "./dealtcard";
import { Tap } from "./tap";
import { Closed, ToVeils, useCover } from "./veiled";

/** What this phone can say about its own card: it knows the card's id, nobody else does. */
function ownCard(held: HeldAnswer | null, wall: WallView): { id: string | null; said: string } {
  const id = held === null ? null : cardIn(held.answer);
  if (held === null || id === null) return { id: null, said: becameOf(held) };
  if (wall.cards.some((card) => card.id === id)) return { id, said: "" };
  return { id: null, said: held.state === "included" ? t(wall.deals && wall.standing.includes(id) ? "card-dealt" : wall.cards.length === 0 ? "card-waiting" : "card-not-here") : becameOf(held) };
}

interface WallCardProps {
  here: Here;
  stage: StageView;
  wall: WallView;
  card: CardView;
  own: boolean;
}

function WallCard({ here, stage, wall, card, own }: WallCardProps) {
  const cover = useCover(here, card);
  if (!cover.open) return <Closed card={card} covered={cover.begins === "covered"} open={() => cover.set(true)} />;
  const taps = wall.resonates && !own;
  const lines = wall.input.type === "fields" ? labelled(wall.input, card.text) : [];
  const answersMine = card.replyTo !== null && here.cards.owns(card.replyTo);
  const mine = answersMine ? (here.cards.all.find(({ id }) => id === card.replyTo)?.text ?? null) : null;
  return (
    <li class="card" dir="auto">
      {mine !== null && (
        <p class="small soft words" dir="auto">
          {t("card-you-wrote")} <bdi>{mine}</bdi>
        </p>
      )}
      {lines.length === 0 ? card.text : lines.map(({ label, words }, index) => (
        <p key={index} dir="auto">
          <span class="small soft">{label} </span>
          {words}
        </p>
      ))}
      <footer class="row">
        {answersMine && (
          <span class="tag kept">
            <Icon name="returned" />
            {t("card-reply-to-yours")}
          </span>
        )}
        {card.id === wall.featured && (
          <span class="tag lamp">
            <Icon name="screen" />
            {t("card-featured")}
          </span>
        )}
        {own && (
          <span class="tag kept">
            <Icon name="phone" />
            {t("card-own")}
          </span>
        )}
        {taps && (
          <Tap here={here} run={stage.run} mark={`resonate:${card.id}`} of={card.text}>
            {t("card-resonates")}
          </Tap>
        )}
        {card.resonance !== null && <span>{t("card-resonance", { people: card.resonance })}</span>}
        {card.veils.length > 0 && (
          <button type="button" class="button" onClick={() => cover.set(false)}>
            {t("veil-close")}
          </button>
        )}
      </footer>
    </li>
  );
}

export function WallClosed({ here, stage, wall, held }: { here: Here; stage: StageView; wall: WallView; held: HeldAnswer | null }) {
  const own = ownCard(held, wall);
  const mine = new Set(here.cards.all.map((card) => card.id));
  const count = wall.cards.length;
  useAnnounced(count === 0 ? "" : t("cards-mixed", { count }));
  useBecame(here, stage.run, own.said);
  return (
    <Frame here={here}>
      {count === 0 ? (
        <>
          <Heading of={`stage ${stage.run} closed`}>{t("wall-closed-heading")}</Heading>
          <p>{t(!wall.deals ? "wall-closed" : wall.standing.length > 0 ? "wall-dealt" : "wall-deals")}</p>
        </>
      ) : (
        <div class="stack tight">
          <Heading of={`stage ${stage.run} wall`}>{t("wall-heading")}</Heading>
          <p class="soft">{overOf(stage)}</p>
          <p class="soft">{t("cards-mixed", { count })}</p>
        </div>
      )}
      {dealtIn(stage) !== null && <DealtCard key={stage.run} here={here} run={stage.run} replies={false} />}
      {own.said !== "" && <p class="soft">{own.said}</p>}
      <Begun here={here} stage={stage} body={wall} held={held} />
      {count > 0 && wall.resonates && <TruthOf route="wall_taps" here={here} />}
      <ul class="stack">
        {wall.cards.map((card) => (
          <WallCard key={card.id} here={here} stage={stage} wall={wall} card={card} own={card.id === own.id || mine.has(card.id)} />
        ))}
      </ul>
      <ToVeils here={here} />
    </Frame>
  );
}
