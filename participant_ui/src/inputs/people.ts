/** Words about people on a map, for eyes and for readers. */
import type { InputView } from "../../../realtime/client/wire";
import { isolate } from "../../../realtime/client/strings";
import { t } from "../text";
import type { Person } from "./values";

/** A name keeps its own direction inside our sentence; somebody may stand there without one. */
export const nameOf = ({ name }: Pick<Person, "name">): string => (name.trim() === "" ? t("person-unnamed") : isolate(name.trim()));

/** "Jo, close, gives me strength". */
export function described(person: Person, asked: InputView): string {
  const mark = person.mark === null ? undefined : asked.marks[person.mark];
  const ring = asked.rings[person.ring] ?? "";
  return mark === undefined ? t("person-in", { name: nameOf(person), ring }) : t("person-marked", { name: nameOf(person), ring, mark });
}
