/** The plain form of a map: everybody as a row with a name and two selects. */
import type { InputView } from "../../../realtime/client/wire";
import { t } from "../text";
import { Sign } from "./parts";
import { nameOf } from "./people";
import { NAME_LENGTH, type Person } from "./values";

interface ListProps {
  asked: InputView;
  people: readonly Person[];
  change: (index: number, part: Partial<Person>, kind?: string) => void;
  remove: (index: number) => void;
  disabled: boolean;
}

export const cutName = (typed: string): string => Array.from(typed.replaceAll("\n", " ")).slice(0, NAME_LENGTH).join("");

export function RingsList({ asked, people, change, remove, disabled }: ListProps) {
  if (people.length === 0) return <p class="soft">{t("map-nobody")}</p>;
  return (
    <ul class="stack" aria-label={t("map-list")}>
      {people.map((person, index) => (
        <li key={index} class="sheet-row">
          <label class="field">
            <span class="label">{t("person-name")}</span>
            <input
              type="text"
              dir="auto"
              value={person.name}
              disabled={disabled}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => change(index, { name: cutName(event.currentTarget.value) }, `name ${index}`)}
            />
          </label>
          <label class="field">
            <span class="label">{t("person-ring", { name: nameOf(person) })}</span>
            <select value={person.ring} disabled={disabled} onChange={(event) => change(index, { ring: Number(event.currentTarget.value) })}>
              {asked.rings.map((ring, at) => (
                <option key={ring} value={at}>
                  {ring}
                </option>
              ))}
            </select>
          </label>
          {asked.marks.length > 0 && (
            <label class="field">
              <span class="label">{t("person-mark", { name: nameOf(person) })}</span>
              <span class="signed">
                <Sign mark={person.mark} />
                <select
                  value={person.mark ?? ""}
                  disabled={disabled}
                  onChange={({ currentTarget: { value } }) => change(index, { mark: value === "" ? null : Number(value) })}
                >
                  <option value="">{t("mark-none")}</option>
                  {asked.marks.map((mark, at) => (
                    <option key={mark} value={at}>
                      {mark}
                    </option>
                  ))}
                </select>
              </span>
            </label>
          )}
          <button type="button" class="button quiet" disabled={disabled} onClick={() => remove(index)}>
            {t("person-remove", { name: nameOf(person) })}
          </button>
        </li>
      ))}
    </ul>
  );
}
