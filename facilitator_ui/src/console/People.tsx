import { personName } from "../../../realtime/client/strings";
import type { ConsoleView, PersonView, SharedView } from "../../../realtime/client/wire";
import { useDoing } from "./context";
import { headline } from "./Activity";

type Presence = "here" | "asleep" | "left";

function presenceOf(person: PersonView): Presence {
  if (person.state === "left") return "left";
  return person.asleep ? "asleep" : "here";
}

const DOT: Record<Presence, string> = { here: "dot", asleep: "dot asleep", left: "dot away" };

/** Names in the order of the alphabet, as they come. Resting is a number beside the heading. */
export function People({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t } = useDoing();
  return (
    <section class="stack" aria-labelledby="people-title">
      <div class="row">
        <h2 id="people-title" class="title small-title grow">
          {t("people", { people: shared.people })}
        </h2>
        <span class="soft small">{t("resting", { resting: desk.resting })}</span>
      </div>
      {desk.people.length === 0 ? (
        <p class="soft small">{t("people-none")}</p>
      ) : (
        <ul class="people">
          {desk.people.map((person) => {
            const presence = presenceOf(person);
            return (
              <li key={`${person.alias} ${person.mark}`} class={presence}>
                <i class={DOT[presence]} aria-hidden="true" />
                <span>{personName(person)}</span>
                <span class={presence === "here" ? "hidden" : "soft small"}>{t(`person-${presence}`)}</span>
              </li>
            );
          })}
        </ul>
      )}
      <p class="small soft">{t("people-truth", { rooms: desk.rooms.length })}</p>
    </section>
  );
}

/** The same as three numbers, for a phone. */
export function PeopleCounts({ desk }: { desk: ConsoleView }) {
  const { t } = useDoing();
  const count = (presence: Presence) => desk.people.filter((person) => presenceOf(person) === presence).length;
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

/** A small likeness of what phones and screen show, drawn from the same part that they get. */
export function Eyes({ shared }: { shared: SharedView }) {
  const { t } = useDoing();
  const words = shared.phase === "lobby" ? shared.title : shared.calm ? t("screen-calm") : headline(shared, t);
  return (
    <section class="stack tight eyes-box" aria-labelledby="eyes-title">
      <h2 id="eyes-title" class="label">
        {t("eyes")}
      </h2>
      <div class="eyes">
        <div class="phone-eye" aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
        <div class="screen-eye">
          <span>{words}</span>
          <i aria-hidden="true" />
          <i aria-hidden="true" />
        </div>
      </div>
    </section>
  );
}
