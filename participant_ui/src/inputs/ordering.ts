/** An order of one's own: options by their index, the first place first. */

/** Every option once, as it is asked. */
export const asAsked = (options: number): number[] => Array.from({ length: options }, (_, index) => index);

/** The order after what stands at `from` was moved to `to`; beyond either end it is the end. */
export function moved(order: readonly number[], from: number, to: number): number[] {
  const option = order[from];
  if (option === undefined) return [...order];
  const place = Math.min(order.length - 1, Math.max(0, to));
  return order.toSpliced(from, 1).toSpliced(place, 0, option);
}

/** The place of a held row at `y`, from the middles of the other rows from top to bottom; above or below the list it is its end. */
export const placeAt = (middles: readonly number[], y: number): number => middles.filter((middle) => middle < y).length;

/** An order that was kept on this phone, fitted to what is asked now: null where it does not have every option once. */
export function orderFrom(kept: unknown, options: number): number[] | null {
  if (!Array.isArray(kept) || kept.length !== options) return null;
  const known = new Set<unknown>(kept);
  return asAsked(options).every((option) => known.has(option)) ? (kept as number[]) : null;
}
