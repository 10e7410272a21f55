/** Where the rings of a map stand, and the dots on them: pure geometry, in the units of the drawing. */

export const SIDE = 400;
const CENTRE = SIDE / 2;
const INNERMOST = 72;
const OUTERMOST = 182;
/** Half of what a ring's name takes of its arc. */
const NAME = 60;
const LARGEST = 11;

export interface Arc {
  radius: number;
  /** Radians from the top on either side that stay open for the name. */
  gap: number;
}

const placeOn = (radius: number, angle: number) => ({ x: CENTRE + radius * Math.sin(angle), y: CENTRE - radius * Math.cos(angle) });
const near = (value: number): number => Math.round(value * 10) / 10;

/** Innermost first. */
export function arcsOf(rings: number): Arc[] {
  return Array.from({ length: rings }, (_, ring) => {
    const radius = rings < 2 ? OUTERMOST : INNERMOST + ((OUTERMOST - INNERMOST) * ring) / (rings - 1);
    return { radius, gap: Math.asin(Math.min(0.9, NAME / radius)) };
  });
}

/** An arc that is open at the top. */
export function arcPath({ radius, gap }: Arc): string {
  const from = placeOn(radius, gap);
  const to = placeOn(radius, 2 * Math.PI - gap);
  return `M${near(from.x)} ${near(from.y)}A${near(radius)} ${near(radius)} 0 1 1 ${near(to.x)} ${near(to.y)}`;
}

/** `count` dots spread evenly along the arc, as large as fit without touching. */
export function dotsOn({ radius, gap }: Arc, count: number): { dots: { x: number; y: number }[]; size: number } {
  const along = 2 * Math.PI - 2 * gap;
  const apart = along / Math.max(1, count);
  const dots = Array.from({ length: count }, (_, index) => placeOn(radius, gap + (index + 0.5) * apart)).map(({ x, y }) => ({ x: near(x), y: near(y) }));
  return { dots, size: Math.min(LARGEST, radius * Math.sin(Math.min(apart, Math.PI) / 2) * 0.85) };
}
