/** This phone's own cards: what became of each, taking it back, other words. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import { Banner } from "../../../realtime/client/look/Banner";
import { Icon } from "../../../realtime/client/look/Icon";
import { useAnnounced } from "../announce";
import type { DoorView, JoinProblem } from "../door";
import { Bar } from "../frame";
import { Heading } from "../heading";
import { lineOf } from "../inputs/lines";
import type { CardState, MyCard, MyCards } from "../mycards";
import { problemId } from "../problems";
import { t, titled } from "../text";
import { TruthAtDoor } from "../truth";
import type { Way } from "../way";
import { lengthOf, normalizedText } from "../writing";
import { AsideSaid, CoverFields, sentAside, unfitAside } from "./aside";

const STATES: Record<CardState, { id: string; icon: string; tone: string }> = {
  sending: { id: "card-sending", icon: "send", tone: "soft" },
  held: { id: "card-held", icon: "held", tone: "kept" },
  waiting: { id: "card-waiting", icon: "clock", tone: "soft" },
  shared: { id: "card-shared", icon: "wall", tone: "kept" },
  dealt: { id: "card-dealt", icon: "swap", tone: "kept" },
  returned: { id: "card-returned", icon: "returned", tone: "lamp" },
  rewritten: { id: "card-rewritten", icon: "clock", tone: "soft" },
  not_shown: { id: "card-not-shown", icon: "clock", tone: "soft" },
  left_out: { id: "card-left-out", icon: "close", tone: "soft" },
  withdrawn: { id: "card-withdrawn", icon: "check", tone: "soft" },
  unknown: { id: "card-unknown", icon: "card", tone: "soft" },
};
/** Where the server has it and writing has closed. */
const REACHABLE: ReadonlySet<CardState> = new Set<CardState>(["waiting", "shared", "dealt", "returned", "rewritten", "not_shown", "unknown"]);

/** A card of labelled lines has a box per line; each of them is one line of the card. */
function Words({ labels, text, write }: { labels: string[]; text: string; write: (text: string) => void }) {
  const lines = text.split("\n");
  const boxes = labels.length === 0 ? [{ label: t("card-words"), words: text }] : labels.map((label, index) => ({ label, words: lines[index] ?? "" }));
  const put = (index: number, words: string): void =>
    write(labels.length === 0 ? words : boxes.map((box, at) => (at === index ? words.replaceAll("\n", " ") : box.words)).join("\n"));
  return (
    <>
      {boxes.map(({ label, words }, index) => (
        <label class={labels.length === 0 ? "field" : "field line"} key={index}>
          <span class="label" dir="auto">
            {label}
          </span>
          <textarea
            value={words}
            onInput={(event) => put(index, event.currentTarget.value)}
            rows={labels.length === 0 ? 5 : 2}
            dir="auto"
            autocomplete="off"
            spellcheck={false}
          />
        </label>
      ))}
    </>
  );
}

/** A line of the agreements has nothing beside it. */
const isOfWall = ({ keys }: MyCard): boolean => keys.nameable !== undefined;

function Rewrite({ cards, card, close, truth }: { cards: MyCards; card: MyCard; close: () => void; truth: ComponentChildren }) {
  const [text, setText] = useState(card.text ?? "");
  const [aside, setAside] = useState(card.aside);
  const labels = card.keys.labels ?? [];
  const [unfit, setUnfit] = useState<string | null>(null);
  useAnnounced(unfit === null ? "" : t(unfit));
  const send = (event: Event): void => {
    event.preventDefault();
    const words = labels.length === 0 ? normalizedText(text) : text.split("\n").map(lineOf).join("\n");
    const letters = lengthOf(labels.length === 0 ? words : words.replaceAll("\n", ""));
    const problem = letters === 0 ? "missing-words" : letters > card.keys.max ? "refused-text-too-long" : unfitAside(aside);
    setUnfit(problem);
    if (problem !== null) return;
    close();
    void cards.rewrite(card, words, sentAside(aside));
  };
  return (
    <form class="stack" onSubmit={send} noValidate>
      <Words labels={labels} text={text} write={setText} />
      {isOfWall(card) && <CoverFields aside={aside} change={(part) => setAside({ ...aside, ...part })} />}
      {unfit !== null && <p class="tag lamp">{t(unfit)}</p>}
      {truth}
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

function Card({ cards, card, truth }: { cards: MyCards; card: MyCard; truth: ComponentChildren }) {
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
      <AsideSaid aside={card.aside} nameable={false} />
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
      {isOfWall(card) && card.state !== "withdrawn" && card.state !== "left_out" && <p class="small soft">{t(card.keys.nameable === true ? "aside-named" : "aside-not-named")}</p>}
      {problem !== null && (
        <Banner icon="warn" tone="care">
          {sayProblem(problem)}
        </Banner>
      )}
      {writing && <Rewrite cards={cards} card={card} close={() => setWriting(false)} truth={truth} />}
      {!writing && !underWay && REACHABLE.has(card.state) && (
        <div class="row">
          <button type="button" class="button" onClick={() => setWriting(true)}>
            {t("card-rewrite")}
          </button>
          <button type="button" class="button" onClick={() => void cards.withdraw(card)}>
            {t("take-back")}
          </button>
          {isOfWall(card) && (
            <button type="button" class="button" onClick={() => void cards.consent(card, card.keys.nameable !== true)}>
              {t(card.keys.nameable === true ? "card-not-nameable" : "card-nameable")}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** Those with a note first. `truth` stands under the words while they are changed. */
export function CardList({ cards, truth }: { cards: MyCards; truth: ComponentChildren }) {
  const all = cards.all.toSorted((a, b) => Number(b.state === "returned") - Number(a.state === "returned"));
  return (
    <ul class="stack">
      {all.map((card) => (
        <Card key={card.id} cards={cards} card={card} truth={truth} />
      ))}
    </ul>
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
        <p class="soft">{t("door-code", { title: titled(door.title), code: inFours(code) })}</p>
        <CardList cards={cards} truth={<TruthAtDoor route="other_words" door={door} />} />
        {cards.all.length === 0 && <p class="soft">{t("cards-none")}</p>}
        <TruthAtDoor route="written" door={door} />
      </main>
      <footer class="foot">
        <button type="button" class="button wide" onClick={wipe}>
          {t("wipe")}
        </button>
      </footer>
    </div>
  );
}
