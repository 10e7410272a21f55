/** How cards are laid on the wall: pure. As large as they can be read together, in columns that end about alike; a page never scrolls. */

import type { CardView } from "../../../realtime/client/wire";

/** More cards at once are a wall of paper that nobody reads. */
export const AT_ONCE = 12;
/** Lines of text at size 1 that a column holds, measured on the 16:9 layout; one page alone needs no line that says which it is. */
export const LINES = 18.5;
const PAGE_NUMBER = 1.7;
/** Sizes of the wall in em of the screen: few short cards are read from further away. */
const SIZES = [1.6, 1.5, 1.4, 1.32, 1.25, 1.18, 1.12, 1.06, 1];
/** What a letter takes on average, in em of the card; what the padding of a card takes of its width. */
const LETTER = 0.52;
const PADDING = 1.8;
/** What the padding and the gap of a card take, in lines. */
const AROUND = 1.75;
/** The line under it that says for how many it could be theirs too. */
const FOOT = 1.2;
/** Letters that the sign of a closed card takes from each of its lines. */
const SIGN = 4;
/** In em of the wall: the gap between columns, and what a column takes at least with it. */
const GAP = 0.9;
const COLUMN = 12;
/** In em of the screen: the two margins. */
const MARGINS = 3.4;
const MOST_COLUMNS = 4;
/** A longer line of a card is hard to come back from. */
const LONG_LINE = 36;
/** The shortest column, as a part of the longest, from which on a page counts as even. */
const EVEN = 0.75;

/** Cards of one page, column by column. */
export type Page = CardView[][];

export interface Layout {
  /** In em of the screen. */
  size: number;
  /** Of every page; where it holds fewer cards, some stay empty. */
  columns: number;
  pages: Page[];
}

/** Lines that a text takes when its words are set one after the other. */
function linesIn(text: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const room = used === 0 ? word.length : used + 1 + word.length;
    if (room > letters && used > 0) {
      lines += 1;
      used = word.length;
    } else used = room;
    // A word longer than a line is broken.
    lines += Math.floor(used / (letters + 1));
    used %= letters + 1;
  }
  return lines;
}

/** What stands on a card: its text, or, while it lies closed, what it touches on. */
export type Says = (card: CardView) => string;

function heightOf(card: CardView, says: Says, letters: number): number {
  const foot = card.resonance === null ? 0 : FOOT;
  return says(card)
    .split("\n")
    .reduce((sum, line) => sum + linesIn(line, card.veils.length === 0 ? letters : Math.max(1, letters - SIGN)), AROUND + foot);
}

/** Columns that fit `width` em: four on 16:9, three on 4:3. */
export function columnsIn(width: number): number {
  return Math.min(MOST_COLUMNS, Math.max(1, Math.floor((width - MARGINS) / COLUMN)));
}

function lettersIn(width: number, columns: number, size: number): number {
  const column = ((width - MARGINS) / size - (columns - 1) * GAP) / columns;
  return Math.max(1, Math.floor((column - PADDING) / LETTER));
}

interface Filled {
  page: Page;
  tallest: number;
  shortest: number;
}

/** Each card, in the order of the wall, to the column that ends first. No card counts as taller than `most` lines. */
function fill(cards: CardView[], columns: number, most: number, height: (card: CardView) => number): Filled {
  const page: Page = Array.from({ length: Math.min(columns, cards.length) }, () => []);
  const ends = page.map(() => 0);
  for (const card of cards) {
    const first = ends.indexOf(Math.min(...ends));
    page[first]?.push(card);
    ends[first] = (ends[first] ?? 0) + Math.min(most, height(card));
  }
  return { page, tallest: Math.max(...ends), shortest: Math.min(...ends) };
}

/** `count` stacks that differ by one card at most, in order. */
function stacksOf(cards: CardView[], count: number): CardView[][] {
  return Array.from({ length: count }, (_, index) => cards.slice(Math.ceil((index * cards.length) / count), Math.ceil(((index + 1) * cards.length) / count)));
}

/** The largest size at which the stacks fit and are even; where none is even, the most even one; null where none fits. */
function fitted(stacks: CardView[][], width: number, lines: number, says: Says): Layout | null {
  let best: (Layout & { even: number }) | null = null;
  for (const size of SIZES) {
    for (let columns = columnsIn(width / size); columns > 0; columns -= 1) {
      const letters = lettersIn(width, columns, size);
      if (columns > 1 && columns > Math.max(...stacks.map((stack) => stack.length))) continue;
      if (letters > LONG_LINE && best !== null) continue;
      const most = lines / size;
      const filled = stacks.map((stack) => fill(stack, columns, most, (card) => heightOf(card, says, letters)));
      if (filled.some(({ tallest }) => tallest > most)) continue;
      // Where every card has a column of its own, they end on one line anyway.
      const single = stacks.every((stack) => stack.length <= columns);
      const even = single ? 1 : Math.min(...filled.map(({ shortest, tallest }) => shortest / tallest));
      const layout = { size, columns, pages: filled.map(({ page }) => page), even };
      if (even >= EVEN && letters <= LONG_LINE) return layout;
      if (best === null || even > best.even) best = layout;
    }
  }
  return best;
}

/** On as few pages as hold them, each with about as many cards. `width` is that of the screen in its em, `lines` what fits at size 1. */
export function layoutOf(cards: CardView[], width: number, lines = LINES, says: Says = (card) => card.text): Layout {
  for (let count = Math.ceil(cards.length / AT_ONCE); count <= cards.length && count > 0; count += 1) {
    const layout = fitted(stacksOf(cards, count), width, count > 1 ? lines - PAGE_NUMBER : lines, says);
    if (layout !== null) return layout;
  }
  return { size: 1, columns: 1, pages: [] };
}
