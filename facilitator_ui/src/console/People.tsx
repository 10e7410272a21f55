import { Icon } from "../../../realtime/client/look/Icon";
import { personName } from "../../../realtime/client/strings";
import type { ConsoleView, PersonView, SharedView } from "../../../realtime/client/wire";
import { Act } from "./Act";
import { useDoing } from "./context";

type Presence = "here" | "asleep" | "left";

function presenceOf(person: PersonView): Presence {
  if (person.state === "left") return "left";
  return person.asleep ? "asleep" : "here";
}

const DOT: Record<Presence, string> = { here: "dot", asleep: "dot asleep", left: "dot away" };

const atDoor = (desk: ConsoleView): PersonView[] => desk.people.filter((person) => person.state === "waiting");
const inside = (desk: ConsoleView): PersonView[] => desk.people.filter((person) => person.state !== "waiting");

/** Who has come and waits to be let in. On top, because somebody stands there. */
export function AtDoor({ desk }: { desk: ConsoleView }) {
  const { t, open } = useDoing();
  const waiting = atDoor(desk);
  if (waiting.length === 0) return null;
  return (
    <section class="stack tight at-door" aria-labelledby="door-title">
      <h2 id="door-title" class="label" tabIndex={-1} data-kept>
        {t("at-door", { count: waiting.length })}
      </h2>
      <ul>
        {waiting.map((person) => (
          <li key={person.seat} class="row">
            <span class="grow" id={`door-${person.seat}`}>
              {personName(person)}
            </span>
            <Act class="button slim" describedBy={`door-${person.seat}`} command={{ t: "admit_person", seat: person.seat }}>
              {t("admit")}
            </Act>
            <button type="button" class="button slim quiet" aria-describedby={`door-${person.seat}`} onClick={() => open({ about: "decline", seat: person.seat })}>
              {t("decline")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({ person }: { person: PersonView }) {
  const { t, open } = useDoing();
  const presence = presenceOf(person);
  const phoneless = presence === "here" && !person.phone;
  return (
    <li class={presence}>
      <button type="button" class="button quiet person" onClick={() => open({ about: "person", seat: person.seat })}>
        <i class={DOT[presence]} aria-hidden="true" />
        <span class="name">{personName(person)}</span>
        <span class={presence === "here" && !phoneless ? "hidden" : "soft small"}>{t(phoneless ? "person-no-phone" : `person-${presence}`)}</span>
      </button>
    </li>
  );
}

/** Names in the order of the alphabet, as they come. Resting is a number beside the heading. */
export function People({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, open } = useDoing();
  const people = inside(desk);
  return (
    <section class="stack people-box" aria-labelledby="people-title">
      <div class="row">
        <h2 id="people-title" class="title small-title grow">
          {t("people", { people: shared.people })}
        </h2>
        <span class="soft small">{t("resting", { resting: desk.resting })}</span>
      </div>
      {people.length === 0 ? (
        <p class="soft small">{t("people-none")}</p>
      ) : (
        <ul class="people">
          {people.map((person) => (
            <Person key={person.seat} person={person} />
          ))}
        </ul>
      )}
      <p class="small soft">{t("people-truth", { rooms: desk.board?.rooms.length ?? 0 })}</p>
      <button type="button" class="button slim add-person" onClick={() => open("add")}>
        <Icon name="plus" />
        {t("add-person")}
      </button>
    </section>
  );
}

/** The same as three numbers, for a phone. */
export function PeopleCounts({ desk }: { desk: ConsoleView }) {
  const { t } = useDoing();
  const count = (presence: Presence) => inside(desk).filter((person) => presenceOf(person) === presence).length;
  return (
    <ul class="row small people-counts">
      {(["here", "asleep", "left"] as const).map((presence) => (
        <li key={presence} class="tag">
          <i class={DOT[presence]} aria-hidden="true" />
          {t(`tally-${presence}`, { count: count(presence) })}
        </li>
      ))}
      <li class="tag">{t("resting", { resting: desk.resting })}</li>
    </ul>
  );
}
