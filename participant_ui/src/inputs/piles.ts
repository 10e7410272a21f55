/** Cards in piles: a pile per card, in the order of the cards; null where it is left out. */

export type Piles = (number | null)[];

/** One entry per card, whatever was kept before. */
export function pilesFrom(kept: unknown, cards: number, bins: number): Piles {
  const known = Array.isArray(kept) ? (kept as unknown[]) : [];
  return Array.from({ length: cards }, (_, card) => {
    const pile = known[card];
    return typeof pile === "number" && Number.isInteger(pile) && pile >= 0 && pile < bins ? pile : null;
  });
}

export const put = (piles: Piles, card: number, pile: number | null): Piles => (card in piles ? piles.with(card, pile) : piles);

/** The cards that lie in `pile`; of null, those that lie in none. */
export const cardsIn = (piles: Piles, pile: number | null): number[] => piles.flatMap((of, card) => (of === pile ? [card] : []));

export const sortedAny = (piles: Piles): boolean => piles.some((pile) => pile !== null);
