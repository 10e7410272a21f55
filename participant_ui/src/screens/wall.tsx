import type { HeldAnswer } from "../../../realtime/client/held";
import { Icon } from "../../../realtime/client/look/Icon";
import type { StageView, WallView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import { becameOf, useBecame } from "./answer";

/** What this phone can say about its own card: it knows the card's id, nobody else does. */
function ownCard(held: HeldAnswer | null, wall: WallView): { id: string | null; said: string } {
  if (held === null || held.answer.t !== "text") return { id: null, said: becameOf(held) };
  const id = held.answer.card;
  if (wall.cards.some((card) => card.id === id)) return { id, said: "" };
  return { id: null, said: held.state === "included" ? t(wall.cards.length === 0 ? "card-waiting" : "card-not-here") : becameOf(held) };
}

export function WallClosed({ here, stage, wall, held }: { here: Here; stage: StageView; wall: WallView; held: HeldAnswer | null }) {
  const own = ownCard(held, wall);
  const count = wall.cards.length;
  useAnnounced(count === 0 ? "" : t("cards-mixed", { count }));
  useBecame(here, stage.run, own.said);
  return (
    <Frame here={here}>
      {count === 0 ? (
        <>
          <Heading of={`stage ${stage.run} closed`}>{t("wall-closed-heading")}</Heading>
          <p>{t("wall-closed")}</p>
        </>
      ) : (
        <div class="stack tight">
          <Heading of={`stage ${stage.run} wall`}>{t("wall-heading")}</Heading>
          <p class="soft">{stage.prompt}</p>
          <p class="soft">{t("cards-mixed", { count })}</p>
        </div>
      )}
      {own.said !== "" && <p class="soft">{own.said}</p>}
      <ul class="stack">
        {wall.cards.map((card) => (
          <li class="card" key={card.id}>
            {card.text}
            {card.id === own.id && (
              <footer class="tag kept">
                <Icon name="phone" />
                {t("card-own")}
              </footer>
            )}
          </li>
        ))}
      </ul>
    </Frame>
  );
}
