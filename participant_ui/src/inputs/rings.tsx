/** People as signs in rings around me. Their names never leave this phone. */
import { useRef, useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { Truth } from "../../../realtime/client/look/Truth";
import { announce } from "../announce";
import { t } from "../text";
import { freeAngle, settled } from "./map";
import { isNarrow, Sign, Switch, UndoButton } from "./parts";
import { described, nameOf } from "./people";
import type { InputProps } from "./props";
import { RingsList } from "./ringsList";
import { RingsMap, type Spot } from "./ringsMap";
import { ChosenPanel, ComingPanel } from "./ringsPanel";
import { useUndo } from "./undo";
import { useUnfinished } from "./unfinished";
import { mostPeople, type Person } from "./values";

/** Somebody who has no place yet, or no name yet. */
interface Coming {
  name: string;
  asks: "name" | "place";
  spot: Spot | null;
}

const ANYBODY: Coming = { name: "", asks: "name", spot: null };

function Legend({ marks }: { marks: readonly string[] }) {
  return (
    <ul class="legend small" aria-label={t("map-signs")}>
      {marks.map((mark, at) => (
        <li key={mark}>
          <Sign mark={at} />
          <span dir="auto">{mark}</span>
        </li>
      ))}
    </ul>
  );
}

export function RingsInput({ asked, value: people, onChange, disabled = false }: InputProps<Person[]>) {
  const [plain, setPlain] = useState(isNarrow);
  const [coming, setComing] = useState<Coming | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [refused, setRefused] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const { change, undo } = useUndo(people, (next: Person[]) => {
    setRefused(false);
    onChange(next);
  });
  const most = mostPeople(asked);
  const full = people.length >= most;
  const rings = asked.rings.length;
  const person = chosen === null ? undefined : people[chosen];

  const amend = (index: number, part: Partial<Person>, kind = ""): void => {
    const now = people[index];
    if (now === undefined || disabled) return;
    const next = { ...now, ...part };
    // A new ring asks for a free place on it, unless the place was given too.
    if (part.ring !== undefined && part.angle === undefined && part.ring !== now.ring) next.angle = freeAngle(part.ring, rings, people);
    if (part.ring !== undefined) Object.assign(next, settled(next, rings, people.toSpliced(index, 1)));
    change(people.with(index, next), kind === "" ? "" : `${kind} ${index}`);
    if (kind === "") announce(described(next, asked));
  };
  const add = (name: string, spot: Spot): void => {
    const next: Person = { name: name.trim(), mark: null, ...settled({ ring: spot.ring, angle: spot.angle }, rings, people) };
    change([...people, next]);
    setComing(null);
    setChosen(people.length);
    announce(described(next, asked));
  };
  const remove = (index: number): void => {
    const gone = people[index];
    if (gone === undefined || disabled) return;
    change(people.toSpliced(index, 1));
    setChosen(null);
    announce(t("person-removed", { name: nameOf(gone) }));
    whole.current?.querySelector<HTMLElement>("[data-add]")?.focus({ preventScroll: true });
  };
  const refuse = (): void => {
    setRefused(true);
    announce(t("map-full", { most }));
  };
  const begin = (spot: Spot | null = null): void => {
    if (disabled) return;
    if (full) refuse();
    else if (plain) {
      const ring = Math.max(0, rings - 1);
      change([...people, { name: "", mark: null, ring, angle: freeAngle(ring, rings, people) }]);
      // The new row is there once this has been drawn.
      requestAnimationFrame(() => [...(whole.current?.querySelectorAll<HTMLElement>("li input") ?? [])].at(-1)?.focus());
    } else {
      setChosen(null);
      setComing({ ...ANYBODY, spot });
    }
  };
  const tapFree = (spot: Spot): void => {
    if (coming?.asks === "place") add(coming.name, spot);
    else if (coming !== null) setComing({ ...coming, spot });
    else if (chosen !== null) amend(chosen, spot);
    else begin(spot);
  };
  const named = (): void => {
    if (coming === null) return;
    if (coming.spot !== null) add(coming.name, coming.spot);
    else {
      setComing({ ...coming, asks: "place" });
      whole.current?.querySelector("[data-picture]")?.scrollIntoView?.({ block: "nearest" });
      announce(t("person-tap-place", { name: nameOf(coming) }));
    }
  };
  const done = (): void => {
    const was = chosen;
    setChosen(null);
    if (was !== null) whole.current?.querySelector<HTMLElement>(`[data-person="${was}"]`)?.focus({ preventScroll: true });
  };
  /** A tap that meets somebody while a place is chosen for another means that place, beside them. */
  const meet = (index: number): void => {
    const there = people[index];
    if (there === undefined) return;
    if (coming?.asks === "place") add(coming.name, there);
    else if (coming === null || coming.name.trim() === "") {
      setComing(null);
      setChosen(index === chosen ? null : index);
    }
  };
  /** A name that was typed and not placed: the outermost ring says least about somebody. */
  const settleComing = (): void => {
    if (coming === null || coming.name.trim() === "" || disabled) return;
    const ring = Math.max(0, rings - 1);
    add(coming.name, coming.spot ?? { ring, angle: freeAngle(ring, rings, people) });
  };
  useUnfinished(settleComing);
  const toPlain = (next: boolean): void => {
    settleComing();
    setPlain(next);
    setComing(null);
    setChosen(null);
  };

  return (
    <div class="drawn stack" ref={whole}>
      {plain ? (
        <>
          <Truth icon="kept" lead={t("names-stay-lead")}>
            {t("names-stay")}
          </Truth>
          <RingsList asked={asked} people={people} change={amend} remove={remove} disabled={disabled} />
        </>
      ) : (
        <>
          {people.length === 0 && coming === null && <p class="small soft">{t("map-begin")}</p>}
          <RingsMap
            asked={asked}
            people={people}
            chosen={person === undefined ? null : chosen}
            coming={coming?.spot ?? null}
            choose={meet}
            move={(index, spot) => amend(index, spot)}
            tapFree={tapFree}
            disabled={disabled}
          />
        </>
      )}
      {!plain && coming !== null && (
        <ComingPanel
          asked={asked}
          name={coming.name}
          asks={coming.asks}
          write={(name) => setComing({ ...coming, name })}
          named={named}
          into={(ring) => add(coming.name, { ring, angle: freeAngle(ring, rings, people) })}
          stop={() => setComing(null)}
        />
      )}
      {!plain && coming === null && person !== undefined && chosen !== null && (
        <ChosenPanel
          key={chosen}
          asked={asked}
          person={person}
          change={(part, kind) => amend(chosen, part, kind)}
          into={(ring) => amend(chosen, { ring })}
          remove={() => remove(chosen)}
          done={done}
          disabled={disabled}
        />
      )}
      {!plain && coming === null && person === undefined && asked.marks.length > 0 && <Legend marks={asked.marks} />}
      {refused && full && <p class="tag lamp">{t("map-full", { most })}</p>}
      {!plain && coming === null && person === undefined && people.length > 0 && <p class="small soft">{t("map-move")}</p>}
      <div class="row">
        {coming === null && (
          <button type="button" class="button" data-add aria-disabled={full || disabled} onClick={() => begin()}>
            <Icon name="plus" />
            {t("person-add")}
          </button>
        )}
        {(undo !== null || people.length > 0) && <UndoButton undo={undo} disabled={disabled} />}
        <Switch plain={plain} toPlain={t("as-list")} set={toPlain} />
      </div>
    </div>
  );
}
