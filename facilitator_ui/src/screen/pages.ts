/** How cards are laid on pages of the wall: pure. A page never scrolls, so a page of long cards holds fewer of them. */

import type { CardView } from "../../../realtime/client/wire";

/** More cards at once are a wall of paper that nobody reads. */
export const AT_ONCE = 12;
/** Measured on the 16:9 layout: letters on a line of a card, and lines that a column holds under a banner. */
const LETTERS = 22;
export const LINES = 17;
/** What the padding and the gap of a card take, in lines. */
const AROUND = 1.9;
/** The line under it that says for how many it could be theirs too. */
const FOOT = 1.4;
/** In em of the screen: what a column and the gap beside it take, and the two margins. */
const COLUMN = 13.6;
const MARGINS = 3.4;

/** Cards of one page, column by column. */
export type Page = CardView[][];

/** Lines that a text takes when its words are set one after the other. */
function linesIn(text: string): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const room = used === 0 ? word.length : used + 1 + word.length;
    if (room > LETTERS && used > 0) {
      lines += 1;
      used = word.length;
    } else used = room;
    // A word longer than a line is broken.
    lines += Math.floor(used / (LETTERS + 1));
    used %= LETTERS + 1;
  }
  return lines;
}

/** What stands on a card: its text, or, while it lies closed, what it touches on. */
export type Says = (card: CardView) => string;

function heightOf(card: CardView, says: Says): number {
  const foot = card.resonance === null ? 0 : FOOT;
  return says(card).split("\n").reduce((sum, line) => sum + linesIn(line), AROUND + foot);
}

/** Columns that fit `width` em: four on 16:9, three on 4:3. */
export function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width - MARGINS) / COLUMN));
}

/** `columns` columns of `lines` lines, filled from left to right in the order of the wall. */
export function pagesOf(cards: CardView[], columns: number, lines = LINES, says: Says = (card) => card.text): Page[] {
  const pages: Page[] = [];
  let page: Page = [[]];
  let used = 0;
  for (const card of cards) {
    const height = heightOf(card, says);
    const full = page.flat().length === AT_ONCE;
    const over = used > 0 && used + height > lines;
    if (full || (over && page.length === columns)) {
      pages.push(page);
      page = [[]];
      used = 0;
    } else if (over) {
      page.push([]);
      used = 0;
    }
    page.at(-1)?.push(card);
    used += height;
  }
  if (page.flat().length > 0) pages.push(page);
  return pages;
}
