/** This phone's own cards: what became of each, taking it back, other words. */
import { useState } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import { Banner } from "../../../realtime/client/look/Banner";
import { Icon } from "../../../realtime/client/look/Icon";
import { Truth } from "../../../realtime/client/look/Truth";
import { useAnnounced } from "../announce";
import type { DoorView, JoinProblem } from "../door";
import { Bar, Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { CARDS_HOURS } from "../kept";
import type { CardState, MyCard, MyCards } from "../mycards";
import { problemId } from "../problems";
import { t } from "../text";
import type { Way } from "../way";
import { lengthOf, normalizedText } from "../writing";
import { Back } from "./back";

const STATES: Record<CardState, { id: string; icon: string; tone: string }> = {
  sending: { id: "card-sending", icon: "send", tone: "soft" },
  held: { id: "card-held", icon: "held", tone: "kept" },
  waiting: { id: "card-waiting", icon: "clock", tone: "soft" },
  shared: { id: "card-shared", icon: "wall", tone: "kept" },
  returned: { id: "card-returned", icon: "returned", tone: "lamp" },
  left_out: { id: "card-left-out", icon: "close", tone: "soft" },
  withdrawn: { id: "card-withdrawn", icon: "check", tone: "soft" },
  unknown: { id: "card-unknown", icon: "card", tone: "soft" },
};
/** Where the server has it and writing has closed. */
const REACHABLE: ReadonlySet<CardState> = new Set<CardState>(["waiting", "shared", "returned", "unknown"]);

function Rewrite({ cards, card, close }: { cards: MyCards; card: MyCard; close: () => void }) {
  const [text, setText] = useState(card.text ?? "");
  const [unfit, setUnfit] = useState<string | null>(null);
  useAnnounced(unfit === null ? "" : t(unfit));
  const send = (event: Event): void => {
    event.preventDefault();
    const words = normalizedText(text);
    const problem = words === "" ? "missing-words" : lengthOf(words) > card.keys.max ? "refused-text-too-long" : null;
    setUnfit(problem);
    if (problem !== null) return;
    close();
    void cards.rewrite(card, words);
  };
  return (
    <form class="stack" onSubmit={send} noValidate>
      <label class="field">
        <span class="label">{t("card-words")}</span>
        <textarea value={text} onInput={(event) => setText(event.currentTarget.value)} rows={5} autocomplete="off" spellcheck={false} />
      </label>
      {unfit !== null && <p class="tag lamp">{t(unfit)}</p>}
      <div class="segments">
        <button type="button" class="button" onClick={close}>
          {t("card-as-it-is")}
        </button>
        <button type="submit" class="button">
          {t("card-send-words")}
        </button>
      </div>
    </form>
  );
}

/** Many requests from here are no sign of anything: it waits, like any server that has too much to do. */
const sayProblem = (problem: JoinProblem): string => t(problem === "too_many_tries" ? "refused-busy" : problemId(problem));

function Card({ cards, card }: { cards: MyCards; card: MyCard }) {
  const [writing, setWriting] = useState(false);
  const asked = cards.asked.value[card.id];
  const underWay = asked === "under_way";
  const problem = asked === undefined || underWay ? null : (asked as JoinProblem);
  const state = STATES[card.state];
  const words = underWay ? t("card-under-way") : t(state.id);
  useAnnounced(problem === null ? words : sayProblem(problem));
  return (
    <li class="sheet stack">
      <p class="small soft">{card.keys.prompt}</p>
      {card.text !== null && <blockquote class="voice lead words">{card.text}</blockquote>}
      <p class={`tag ${state.tone}`}>
        <Icon name={state.icon} />
        {words}
      </p>
      {card.note !== null && (
        <div class="stack tight note">
          <p class="small soft">{t("card-note-lead")}</p>
          <p class="voice">{card.note.text}</p>
          <p class="small soft">{t("card-note-then")}</p>
        </div>
      )}
      {problem !== null && (
        <Banner icon="warn" tone="care">
          {sayProblem(problem)}
        </Banner>
      )}
      {writing && <Rewrite cards={cards} card={card} close={() => setWriting(false)} />}
      {!writing && !underWay && REACHABLE.has(card.state) && (
        <div class="row">
          <button type="button" class="button" onClick={() => setWriting(true)}>
            {t("card-rewrite")}
          </button>
          <button type="button" class="button" onClick={() => void cards.withdraw(card)}>
            {t("take-back")}
          </button>
        </div>
      )}
    </li>
  );
}

function CardList({ cards }: { cards: MyCards }) {
  const all = cards.all;
  return (
    <>
      <ul class="stack">
        {all.map((card) => (
          <Card key={card.id} cards={cards} card={card} />
        ))}
      </ul>
      {all.length === 0 && <p class="soft">{t("cards-none")}</p>}
      <Truth icon="phone">{t("cards-truth", { hours: CARDS_HOURS })}</Truth>
    </>
  );
}

export function CardsScreen({ here }: { here: Here }) {
  return (
    <Frame here={here} where={t("cards")} foot={<Back here={here} />}>
      <Heading of="cards">{t("cards-heading")}</Heading>
      <CardList cards={here.cards} />
    </Frame>
  );
}

/** The same once the session is over and this phone has no place in it any more. */
export function CardsAfter({ way, cards, code, door }: { way: Way; cards: MyCards; code: string; door: DoorView }) {
  const wipe = (): void => {
    cards.forget();
    way.enterAnother();
  };
  return (
    <div class="phone">
      <Bar where={t("product")} practice={door.practice} />
      <main>
        <Heading of="cards after">{t("cards-heading")}</Heading>
        <p class="soft">{t("door-code", { title: door.title, code: inFours(code) })}</p>
        <CardList cards={cards} />
      </main>
      <footer class="foot">
        <button type="button" class="button wide" onClick={wipe}>
          {t("wipe")}
        </button>
      </footer>
    </div>
  );
}
