/** "Not with this person": told to the drawing of rooms and to nobody. Who is here is sent when this opens, to this phone alone. */
import { useEffect, useState } from "preact/hooks";

import { personName, plainName } from "../../../realtime/client/strings";
import type { NamedPerson } from "../../../realtime/client/wire";
import { announce, useAnnounced } from "../announce";
import type { Here } from "../here";
import { t } from "../text";
import { TruthOf } from "../truth";

function Person({ here, person }: { here: Here; person: NamedPerson }) {
  const [wished, setWished] = useState<boolean | null>(null);
  const change = async (apart: boolean): Promise<void> => {
    setWished(apart);
    const done = await here.wish({ t: "keep_apart", seat: person.seat, apart });
    if (done) {
      announce(t(apart ? "apart-set" : "apart-gone", { name: personName(person) }));
      here.session.askNames();
    } else setWished(null);
  };
  // What the answer says is what stands; until it has come, what was tapped.
  useEffect(() => setWished(null), [person]);
  return (
    <label class="option">
      <input type="checkbox" checked={wished ?? person.apart} onChange={(event) => void change(event.currentTarget.checked)} />
      <span dir="auto">{plainName(person)}</span>
    </label>
  );
}

export function NotWith({ here }: { here: Here }) {
  const { names, line, room } = here.session.store;
  const live = line.value === "live";
  useEffect(() => void (live && here.session.askNames()), [live, here.session]);
  const people = names.value;
  useAnnounced(people === null ? "" : t("apart-count", { people: people.length }));
  const together = new Set((room.value?.members ?? []).map(plainName));
  const near = (people ?? []).filter((person) => together.has(plainName(person)));
  const others = (people ?? []).filter((person) => !together.has(plainName(person)));
  const list = (of: NamedPerson[], label: string) =>
    of.length > 0 && (
      <fieldset class="options">
        <legend class="label">{label}</legend>
        {of.map((person) => (
          <Person key={person.seat} here={here} person={person} />
        ))}
      </fieldset>
    );
  return (
    <div class="stack">
      <p>{t("apart-what")}</p>
      {people === null && <p class="soft">{t("apart-coming")}</p>}
      {people?.length === 0 && <p class="soft">{t("apart-nobody")}</p>}
      {list(near, t("apart-near"))}
      {list(others, t(near.length > 0 ? "apart-others" : "apart-here"))}
      <TruthOf route="rooms_apart" here={here} />
      <div class="row">
        <button type="button" class="button quiet at-start" onClick={() => here.session.askNames()}>
          {t("apart-again")}
        </button>
      </div>
    </div>
  );
}
