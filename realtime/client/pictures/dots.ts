/** Where the dots of a histogram stand: pure geometry, in the units of the drawing. */

export const WIDTH = 720;
const EDGE = 66;
const TALLEST = 240;
const LARGEST = 54;
/** A dot takes this share of its cell; the rest is the gap. */
const GAP = 0.87;

export interface Dot {
  x: number;
  y: number;
}

export interface DotPlan {
  dots: Dot[];
  radius: number;
  /** Height that the tallest pile takes. */
  height: number;
  /** Middle of each step, left to right. */
  centres: number[];
}

export function stepCentres(steps: number): number[] {
  const apart = (WIDTH - 2 * EDGE) / Math.max(1, steps - 1);
  return Array.from({ length: steps }, (_, step) => EDGE + step * apart);
}

/** Dots as large as fit: a pile of many goes several abreast. y counts upwards from the line. */
export function dotPlan(counts: number[]): DotPlan {
  const centres = stepCentres(counts.length);
  const apart = centres.length > 1 ? (centres[1] ?? 0) - (centres[0] ?? 0) : WIDTH;
  const most = Math.max(1, ...counts);
  let abreast = 1;
  let cell = 0;
  for (let wide = 1; wide <= 12; wide += 1) {
    const fits = Math.min(LARGEST / GAP, Math.min(apart * 0.92, 2 * EDGE) / wide, TALLEST / Math.ceil(most / wide));
    if (fits > cell) [abreast, cell] = [wide, fits];
  }
  const dots = counts.flatMap((count, step) =>
    Array.from({ length: count }, (_, index) => {
      const row = Math.floor(index / abreast);
      const inRow = Math.min(abreast, count - row * abreast);
      const offset = (index % abreast) - (inRow - 1) / 2;
      return { x: (centres[step] ?? 0) + offset * cell, y: (row + 0.5) * cell };
    }),
  );
  return { dots, radius: (cell * GAP) / 2, height: Math.ceil(most / abreast) * cell, centres };
}

/** Where the middle answer stands, between two steps when there are two middle answers; null when nobody answered. */
export function middleStep(counts: number[]): number | null {
  const all = counts.flatMap((count, step) => Array.from({ length: count }, () => step));
  if (all.length === 0) return null;
  const upper = all[Math.floor(all.length / 2)] ?? 0;
  const lower = all[Math.floor((all.length - 1) / 2)] ?? 0;
  return (upper + lower) / 2;
}
