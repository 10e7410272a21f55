/** What a facilitator does for one person: at the door, a mark, two seats that are one person, somebody without a phone. */

import { useEffect, useState } from "preact/hooks";

import { personName, plainName } from "../../../realtime/client/strings";
import type { ConsoleView } from "../../../realtime/client/wire";
import { Act } from "./Act";
import { AskPanel } from "./AskPanel";
import { CameBefore } from "./CameBefore";
import { useDoing } from "./context";
import { Dialog } from "./Dialog";

const ALIAS_LENGTH = 24;
const MARKS = ["here", "resting", "left"] as const;

export function PersonPanel({ desk, seat, onClose }: { desk: ConsoleView; seat: string; onClose: () => void }) {
  const { t, open, store } = useDoing();
  const [into, setInto] = useState("");
  const person = desk.people.find((one) => one.seat === seat);
  if (person === undefined) return <GonePanel onClose={onClose} />;
  const name = personName(person);
  const others = desk.people.filter((one) => one.seat !== seat && one.state !== "waiting");
  return (
    <Dialog title={name} onClose={onClose} class="person-panel">
      <button type="button" class="button" onClick={onClose}>
        {t("close")}
      </button>
      <section class="stack tight" aria-labelledby="mark-title">
        <h3 id="mark-title" class="label">
          {t("mark-for", { name })}
        </h3>
        <div class="row">
          {MARKS.map((state) => (
            <Act key={state} class="button slim" command={{ t: "mark_person", seat, state }} onDone={onClose}>
              {t(`mark-${state}`)}
            </Act>
          ))}
        </div>
      </section>
      {others.length > 0 && (
        <section class="stack tight" aria-labelledby="merge-title">
          <h3 id="merge-title" class="label">
            {t("merge")}
          </h3>
          <div class="row">
            <select aria-label={t("merge-with")} value={into} onChange={(event) => setInto(event.currentTarget.value)}>
              <option value="">{t("merge-choose")}</option>
              {others.map((other) => (
                <option key={other.seat} value={other.seat} dir="auto">
                  {plainName(other)}
                </option>
              ))}
            </select>
            <button
              type="button"
              class="button slim"
              aria-disabled={into === ""}
              onClick={() => into !== "" && open({ about: "merge", seat, into })}
            >
              {t("merge-next")}
            </button>
          </div>
        </section>
      )}
      {(store.shared.value?.programme ?? null) !== null && person.phone && <CameBefore seat={seat} name={name} onClose={onClose} />}
    </Dialog>
  );
}

export function GonePanel({ onClose }: { onClose: () => void }) {
  const { t } = useDoing();
  return (
    <Dialog title={t("person-gone")} onClose={onClose}>
      <button type="button" class="button" onClick={onClose}>
        {t("close")}
      </button>
    </Dialog>
  );
}

/** A phone that says "you were not let in" cannot take that back, so it is asked once more. Goes away when nobody waits there any more. */
export function DeclinePanel({ desk, seat, onClose }: { desk: ConsoleView; seat: string; onClose: () => void }) {
  const { t } = useDoing();
  const person = desk.people.find((one) => one.seat === seat && one.state === "waiting");
  const over = person === undefined;
  useEffect(() => {
    if (over) onClose();
  }, [over, onClose]);
  if (over) return null;
  const name = personName(person);
  const words = { title: t("decline-title", { name }), text: t("decline-text"), no: t("decline-no"), yes: t("decline-yes") };
  return <AskPanel {...words} command={{ t: "decline_person", seat }} onClose={onClose} />;
}

export function MergePanel({ desk, seat, into, onClose }: { desk: ConsoleView; seat: string; into: string; onClose: () => void }) {
  const { t } = useDoing();
  const one = desk.people.find((person) => person.seat === seat);
  const other = desk.people.find((person) => person.seat === into);
  if (one === undefined || other === undefined) return <GonePanel onClose={onClose} />;
  const names = { name: personName(one), other: personName(other) };
  return (
    <AskPanel
      title={t("merge-title", names)}
      text={t("merge-text", names)}
      no={t("merge-no")}
      yes={t("merge-yes", names)}
      command={{ t: "merge_seats", seat, into }}
      onClose={onClose}
    />
  );
}

export function AddPanel({ onClose }: { onClose: () => void }) {
  const { t, act } = useDoing();
  const [alias, setAlias] = useState("");
  const said = alias.trim();
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (said === "") return;
    act({ t: "add_person", alias: said });
    onClose();
  };
  return (
    <Dialog title={t("add-title")} onClose={onClose} first="input">
      <form onSubmit={onSubmit}>
        <label class="field">
          <span class="label">{t("add-alias")}</span>
          <input value={alias} maxLength={ALIAS_LENGTH} autocomplete="off" onInput={(event) => setAlias(event.currentTarget.value)} />
        </label>
      </form>
      <p class="soft small">{t("add-how")}</p>
      <div class="row">
        <Act class="button main" command={{ t: "add_person", alias: said }} blocked={said === ""} onDone={onClose}>
          {t("add-yes")}
        </Act>
        <button type="button" class="button" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </Dialog>
  );
}
