/** Cards into piles: tap a card and then a pile, drag it by its handle, or choose a pile per card in the plain form. */
import { useRef, useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { announce } from "../announce";
import { t } from "../text";
import { isNarrow, Switch, UndoButton } from "./parts";
import type { InputProps } from "./props";
import { cardsIn, type Piles, pilesFrom, put } from "./piles";
import { useUndo } from "./undo";

/** A card on its way: how far the finger has come, and what it is over. */
interface Held {
  finger: number;
  card: number;
  from: { x: number; y: number };
}

interface Way {
  card: number;
  x: number;
  y: number;
  over: string | null;
}

/** No pile: the place of the cards that are left out. */
const OUT = "out";

/** The pile under a finger. */
const overAt = (event: PointerEvent): string | null =>
  document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-pile]")?.dataset.pile ?? null;

export function SortInput({ asked, value, onChange, disabled = false }: InputProps<Piles>) {
  const [plain, setPlain] = useState(isNarrow);
  const [chosen, setChosen] = useState<number | null>(null);
  const [way, setWay] = useState<Way | null>(null);
  const whole = useRef<HTMLDivElement>(null);
  const held = useRef<Held | null>(null);
  const piles = pilesFrom(value, asked.cards.length, asked.bins.length);
  const { change, undo } = useUndo<Piles>(piles, onChange);

  const nameOf = (pile: number | null): string => (pile === null ? t("sort-out") : (asked.bins[pile] ?? ""));
  const place = (card: number, pile: number | null): void => {
    setChosen(null);
    if (disabled || piles[card] === pile) return;
    change(put(piles, card, pile));
    announce(t("sort-now", { card: asked.cards[card] ?? "", pile: nameOf(pile) }));
  };
  const begin = (event: PointerEvent, card: number): void => {
    if (disabled || held.current !== null || (event.pointerType === "mouse" && event.button !== 0)) return;
    held.current = { finger: event.pointerId, card, from: { x: event.clientX, y: event.clientY } };
    whole.current?.setPointerCapture?.(event.pointerId);
    setChosen(null);
    setWay({ card, x: 0, y: 0, over: null });
  };
  const drag = (event: PointerEvent): void => {
    const now = held.current;
    if (now === null || now.finger !== event.pointerId) return;
    setWay({ card: now.card, x: event.clientX - now.from.x, y: event.clientY - now.from.y, over: overAt(event) });
  };
  /** A card that is let go outside every pile stays where it was. */
  const drop = (event: PointerEvent, meant: boolean): void => {
    const now = held.current;
    if (now === null || now.finger !== event.pointerId) return;
    held.current = null;
    setWay(null);
    const over = meant ? overAt(event) : null;
    if (over !== null) place(now.card, over === OUT ? null : Number(over));
  };

  const cardOf = (card: number) => (
    <li
      key={card}
      class={way?.card === card ? "sortable held" : "sortable"}
      ref={(row) => {
        if (row !== null) row.style.transform = way?.card === card ? `translate(${way.x}px, ${way.y}px)` : "";
      }}
    >
      <i class="grip" aria-hidden="true" onPointerDown={(event) => begin(event, card)}>
        <Icon name="grip" />
      </i>
      <button
        type="button"
        class="button"
        dir="auto"
        aria-pressed={chosen === card}
        disabled={disabled}
        onClick={() => setChosen(chosen === card ? null : card)}
      >
        {asked.cards[card]}
      </button>
      {chosen === card && (
        <div class="choices row" role="group" aria-label={t("sort-where", { card: asked.cards[card] ?? "" })}>
          {[...asked.bins.keys(), null].filter((pile) => pile !== piles[card]).map((pile) => (
            <button key={pile} type="button" class="button" dir="auto" onClick={() => place(card, pile)}>
              {nameOf(pile)}
            </button>
          ))}
        </div>
      )}
    </li>
  );
  const pileOf = (pile: number | null) => {
    const cards = cardsIn(piles, pile);
    const key = pile === null ? OUT : String(pile);
    const classes = ["pile", pile === null && "loose", way?.over === key && "over"].filter(Boolean).join(" ");
    return (
      <section key={key} class={classes} data-pile={key} aria-label={t("sort-pile", { pile: nameOf(pile), cards: cards.length })}>
        <h2 class="label" dir="auto">
          {nameOf(pile)}
        </h2>
        <ul class="cards">{cards.map(cardOf)}</ul>
      </section>
    );
  };

  return (
    <div
      class="sorting stack"
      ref={whole}
      onPointerMove={drag}
      onPointerUp={(event) => drop(event, true)}
      onPointerCancel={(event) => drop(event, false)}
      onLostPointerCapture={(event) => drop(event, false)}
    >
      {plain ? (
        asked.cards.map((words, card) => (
          <fieldset class="stack tight" key={card}>
            <legend dir="auto">{words}</legend>
            <div class="options">
              {[...asked.bins.keys(), null].map((pile) => (
                <label class="option" key={pile}>
                  <input type="radio" name={`sort-${card}`} disabled={disabled} checked={piles[card] === pile} onChange={() => place(card, pile)} />
                  <span dir="auto">{nameOf(pile)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))
      ) : (
        <>
          <p class="small soft">{t("sort-how")}</p>
          {(cardsIn(piles, null).length > 0 || way !== null) && pileOf(null)}
          <div class="piles">{asked.bins.map((_, pile) => pileOf(pile))}</div>
        </>
      )}
      <div class="row">
        {(undo !== null || piles.some((pile) => pile !== null)) && <UndoButton undo={undo} disabled={disabled} />}
        <Switch
          plain={plain}
          toPlain={t("as-list")}
          set={(next) => {
            setPlain(next);
            setChosen(null);
          }}
        />
      </div>
    </div>
  );
}
