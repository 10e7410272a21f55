/** The map: me in the middle, people as signs on open rings, their names beside them where there is room. */
import { useEffect, useRef, useState } from "preact/hooks";

import type { InputView } from "../../../realtime/client/wire";
import { t } from "../text";
import { type Gesture, type Touch, useHand } from "./hand";
import { nearest, placeAt, radii, ringNames, ringPath, sidesOf } from "./map";
import { Sign } from "./parts";
import { described } from "./people";
import type { Person } from "./values";

const SIZE = 350;
/** CSS pixels at a letter size of 16: the width of the map before it is measured, and parts of a name's box. */
const MAP_WIDTH = 328;
const LETTER = 8.3;
const MOST_LETTERS = 12;
const LINE = 20;
const SIGN = 15;
/** From here on in Unicode letters and signs are about twice as wide. */
const WIDE_FROM = 0x2e80;

export interface Spot {
  ring: number;
  angle: number;
}

interface MapProps {
  asked: InputView;
  people: readonly Person[];
  chosen: number | null;
  /** Where somebody without a name yet is going to stand. */
  coming: Spot | null;
  choose: (index: number) => void;
  move: (index: number, spot: Spot) => void;
  tapFree: (spot: Spot) => void;
  disabled: boolean;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

function wideOf(name: string): number {
  const letters = Array.from(name.trim()).slice(0, MOST_LETTERS);
  return letters.reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) >= WIDE_FROM ? 2 : 1), 0) * LETTER;
}

/** The person that a finger came down on. */
function personAt({ on }: Touch): number | null {
  const index = on?.closest<HTMLElement>("[data-person]")?.dataset.person;
  return index === undefined ? null : Number(index);
}

function useMeasured() {
  const ref = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1 / MAP_WIDTH);
  useEffect(() => {
    const measure = (): void => {
      const width = ref.current?.clientWidth ?? 0;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      if (width > 0) setScale(rem / 16 / width);
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  return { ref, scale };
}

export function RingsMap({ asked, people, chosen, coming, choose, move, tapFree, disabled }: MapProps) {
  const rings = asked.rings.length;
  const [live, setLive] = useState<(Spot & { index: number }) | null>(null);
  const { ref, scale } = useMeasured();
  const gesture: Gesture = {
    drag: (touch) => {
      const index = personAt(touch);
      if (index !== null) setLive({ index, ...nearest(touch.at, rings) });
    },
    tap: (touch) => {
      const index = personAt(touch);
      if (index === null) tapFree(nearest(touch.at, rings));
      else choose(index);
    },
    drop: (touch) => {
      const index = personAt(touch);
      setLive(null);
      if (index !== null) move(index, nearest(touch.at, rings));
    },
  };
  const hand = useHand(gesture, disabled);
  const shown = people.map((person, index) => (live?.index === index ? { ...person, ring: live.ring, angle: live.angle } : person));
  const all = radii(rings);
  const at = (spot: Spot) => placeAt(all[spot.ring] ?? 0, spot.angle);
  const labels = shown.map((person) => ({ place: at(person), wide: wideOf(person.name) * scale }));
  const sides = sidesOf(labels, LINE * scale, SIGN * scale, ringNames(rings, LINE * scale));
  const style = (spot: Spot) => ({ left: percent(at(spot).x), top: percent(at(spot).y) });
  const target = live?.ring ?? coming?.ring ?? null;
  const moving = live === null ? undefined : shown[live.index];
  return (
    <div class="map-of" data-picture="rings" ref={ref} role="group" aria-label={t("map-label", { count: people.length })} {...hand}>
      <svg class="rings" viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        {all.map((radius, ring) => (
          <path key={radius} class={target === ring ? "ring aimed" : "ring"} d={ringPath(radius, SIZE)} />
        ))}
      </svg>
      {all.map((radius, ring) => (
        <span key={radius} class={target === ring ? "ring-name aimed" : "ring-name"} style={{ top: percent(0.5 - radius) }} dir="auto">
          {asked.rings[ring]}
        </span>
      ))}
      <span class="ring-name me" style={{ top: "50%" }}>
        {t("map-me")}
      </span>
      {shown.map((person, index) => (
        <button
          type="button"
          key={index}
          class="person-of"
          data-person={index}
          data-side={chosen === index || live?.index === index ? (sides[index] === "hidden" ? "below" : sides[index]) : sides[index]}
          data-held={live?.index === index ? "yes" : undefined}
          style={style(person)}
          aria-pressed={chosen === index}
          aria-label={described(person, asked)}
          disabled={disabled}
          // A finger's tap is told by the picture; this is for keys and readers.
          onClick={(event) => event.detail === 0 && choose(index)}
        >
          <Sign mark={person.mark} />
          <span class="name" dir="auto">
            {person.name.trim()}
          </span>
        </button>
      ))}
      {coming !== null && <i class="coming" style={style(coming)} />}
      {moving !== undefined && (
        <p class="readout" aria-hidden="true">
          <bdi>{moving.name}</bdi> {asked.rings[moving.ring]}
        </p>
      )}
    </div>
  );
}
