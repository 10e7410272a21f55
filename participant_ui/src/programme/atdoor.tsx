/** At the door of a programme's session: this phone has a place in it, or four words bring one back. */
import { useState } from "preact/hooks";

import { Banner } from "../../../realtime/client/look/Banner";
import { PLACE_WORDS } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Bar } from "../frame";
import { Heading } from "../heading";
import { Languages } from "../languages";
import { problemId } from "../problems";
import { t } from "../text";
import { TruthAtDoor } from "../truth";
import type { Place, Way } from "../way";
import { readWords } from "./place";

type AtDoor = Extract<Place, { at: "door" }>;

interface DoorPartProps {
  way: Way;
  place: AtDoor;
  byWords: () => void;
}

/** Stands under the name. Nothing in it has to be read or done to come in. */
export function DoorPart({ way, place, byWords }: DoorPartProps) {
  return (
    <section class="stack tight" aria-label={t("place")}>
      {place.kept !== null && (
        <>
          <p>{t("place-here")}</p>
          <p>
            <button type="button" class="button" onClick={() => way.forgetPlace()}>
              {t("place-wipe-here")}
            </button>
          </p>
        </>
      )}
      <p>
        <button type="button" class="button quiet small as-link" onClick={byWords}>
          {t("place-by-words")}
        </button>
      </p>
    </section>
  );
}

/** One field for four words. The name comes back with them. */
export function WordsDoor({ way, place, back }: { way: Way; place: AtDoor; back: () => void }) {
  const [typed, setTyped] = useState("");
  const [unread, setUnread] = useState<string | null>(null);
  const said = unread ?? (place.problem === null ? null : t(problemId(place.problem)));
  useAnnounced(said ?? "");

  const join = (event: Event): void => {
    event.preventDefault();
    const read = readWords(typed);
    if ("words" in read) {
      setUnread(null);
      void way.join("", read.words);
    } else if ("unknown" in read) setUnread(t("place-not-listed", { count: read.unknown.length, words: read.unknown.map((word) => `“${word}”`).join(", ") }));
    else setUnread(t("place-count", { count: read.count, of: PLACE_WORDS }));
  };
  return (
    <form class="phone" onSubmit={join} noValidate>
      <Bar where={t("product")} practice={place.door.practice}>
        <Languages keep={(chosen) => way.chose(chosen)} />
      </Bar>
      <main>
        <Heading of={`words ${place.code}`}>{t("place-words")}</Heading>
        <label class="field">
          <span class="label">{t("place-field")}</span>
          <input
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-describedby="place-hint"
          />
          <span class="small soft" id="place-hint">
            {t("place-hint")}
          </span>
        </label>
        {said !== null && (
          <Banner icon="warn" tone="care">
            {said}
          </Banner>
        )}
        <TruthAtDoor route="words" door={place.door} />
      </main>
      <footer class="foot">
        <button type="button" class="button" onClick={back}>
          {t("place-without")}
        </button>
        <button type="submit" class="button main">
          {place.joining ? t("join-coming") : t("join-go")}
        </button>
      </footer>
    </form>
  );
}
