/** A private page as words and as a drawing, for reading it again and for the file to take home. */
import { GRID } from "../../../realtime/client/wire";
import { nameOf } from "../inputs/people";
import { leaning } from "../inputs/parts";
import { cardsIn, pilesFrom } from "../inputs/piles";
import type { Page } from "../pages";
import { t } from "../text";

export interface Line {
  label: string;
  words: string;
}

const plain = (words: string): Line => ({ label: "", words });

/** Everything on the page, in words: also of a drawing. */
export function linesOfPage({ asked, written, ids = false }: Page): Line[] {
  switch (asked.type) {
    case "text":
      return [plain(written.text)];
    case "fields":
      return asked.fields.flatMap(({ key, label }) => {
        const words = written.fields[key] ?? "";
        if (words.trim() === "") return [];
        return [ids ? { label: t(label), words: t(words) } : { label, words }];
      });
    case "choice":
      return written.option === null ? [] : [plain(asked.options[written.option] ?? "")];
    case "multi":
      return written.options.map((option) => plain(asked.options[option] ?? ""));
    case "scale":
      return asked.items.flatMap(({ key, ask, low, high }) => {
        const step = written.steps[key];
        return step === undefined ? [] : [{ label: ask, words: t("page-step", { step, of: asked.steps, low, high }) }];
      });
    case "order":
      return (written.order ?? []).map((option, place) => ({ label: String(place + 1), words: asked.options[option] ?? "" }));
    case "sort": {
      const piles = pilesFrom(written.piles, asked.cards.length, asked.bins.length);
      return asked.bins.flatMap((bin, pile) => cardsIn(piles, pile).map((card) => ({ label: bin, words: asked.cards[card] ?? "" })));
    }
    case "point": {
      const { point } = written.drawn;
      return point === null ? [] : [plain(leaning(point.x, asked.x)), plain(leaning(point.y, asked.y))];
    }
    case "rings":
      return written.drawn.rings.map((person) => {
        const where = asked.rings[person.ring] ?? "";
        const mark = person.mark === null ? undefined : asked.marks[person.mark];
        return { label: nameOf(person), words: mark === undefined ? where : `${where}, ${mark}` };
      });
    case "line":
      return written.drawn.line.filter(({ words }) => words.trim() !== "").map(({ x, words }) => ({ label: leaning(x, asked.x), words }));
  }
}

const SIDE = 240;
const HALF = SIDE / 2;
const SVG = "http://www.w3.org/2000/svg";

function element(name: string, attributes: Record<string, string | number>, words = ""): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (words !== "") made.textContent = words;
  return made;
}

const placeX = (x: number): number => (x / GRID) * SIDE;
const placeY = (y: number): number => (1 - y / GRID) * SIDE;
const LINE = { fill: "none", stroke: "currentColor", "stroke-width": 1.5 };

function ringsOf({ asked, written }: Page): SVGElement[] {
  const count = Math.max(1, asked.rings.length);
  const radius = (ring: number): number => ((ring + 1) / count) * (HALF - 10);
  const rings = asked.rings.map((_, ring) => element("circle", { cx: HALF, cy: HALF, r: radius(ring), ...LINE, opacity: 0.5 }));
  const people = written.drawn.rings.flatMap(({ name, ring, angle }) => {
    const turn = (angle * Math.PI) / 180;
    const x = HALF + Math.sin(turn) * (radius(ring) - 8);
    const y = HALF - Math.cos(turn) * (radius(ring) - 8);
    // Names are set as text, never as markup.
    return [element("circle", { cx: x, cy: y, r: 5, fill: "currentColor" }), element("text", { x, y: y - 8, "text-anchor": "middle", "font-size": 11 }, name)];
  });
  return [...rings, element("circle", { cx: HALF, cy: HALF, r: 4, fill: "currentColor" }), ...people];
}

function lineOfPage({ asked, written }: Page): SVGElement[] {
  const places = written.drawn.line.map(({ x, y }) => `${placeX(x).toFixed(1)},${placeY(y).toFixed(1)}`);
  const dots = asked.mode === "curve" ? [] : written.drawn.line.map(({ x, y }) => element("circle", { cx: placeX(x), cy: placeY(y), r: 4, fill: "currentColor" }));
  return [element("polyline", { points: places.join(" "), ...LINE, "stroke-width": 3 }), ...dots];
}

function pointOf({ written }: Page): SVGElement[] {
  const { point } = written.drawn;
  return point === null ? [] : [element("circle", { cx: placeX(point.x), cy: placeY(point.y), r: 7, fill: "currentColor" })];
}

/** Makes the drawing of a page; null where it has none. */
export function drawingOf(page: Page): (() => SVGElement) | null {
  const parts = { rings: ringsOf, line: lineOfPage, point: pointOf } as Partial<Record<string, (page: Page) => SVGElement[]>>;
  const draw = parts[page.asked.type];
  if (draw === undefined) return null;
  return () => {
    const svg = element("svg", { viewBox: `-8 -8 ${SIDE + 16} ${SIDE + 16}`, width: "100%", role: "img" });
    if (page.asked.type !== "rings") svg.append(element("rect", { x: 0, y: 0, width: SIDE, height: SIDE, ...LINE, opacity: 0.5 }));
    svg.append(...draw(page));
    return svg;
  };
}
