import { useState } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import { Banner } from "../../../realtime/client/look/Banner";
import { Icon } from "../../../realtime/client/look/Icon";
import { Truth } from "../../../realtime/client/look/Truth";
import { REFUSALS } from "../../../realtime/client/refusals";
import { useAnnounced } from "../announce";
import type { DoorView, JoinProblem } from "../door";
import { Bar } from "../frame";
import { Heading } from "../heading";
import { suggestedName } from "../names";
import { t } from "../text";
import type { Place, Way } from "../way";
import { lengthOf, normalizedText } from "../writing";

const LONGEST_ALIAS = 24;

type AtDoor = Extract<Place, { at: "door" }>;

function problemId(problem: JoinProblem): string {
  switch (problem) {
    case "no_session":
      return "join-no-session";
    case "too_many_tries":
      return "too-many-tries";
    case "no_answer":
      return "no-answer";
    case "text_empty":
      return "join-name-empty";
    case "text_too_long":
      return "join-name-long";
    case "text_unreadable":
      return "join-name-unreadable";
    default:
      return REFUSALS[problem];
  }
}

function Rules({ door }: { door: DoorView }) {
  return (
    <section class="stack" aria-label={t("rules")}>
      <p class="row">
        <Icon name="pass" />
        <span class="grow">{t("rule-pass")}</span>
      </p>
      <p class="row">
        <Icon name="rest" />
        <span class="grow">{t("rule-rest")}</span>
      </p>
      <p class="row">
        <Icon name="held" />
        <span class="grow">{t("rule-here")}</span>
      </p>
      <p class="row">
        <Icon name="people" />
        <span class="grow">{door.practice ? t("floor-practice") : t("floor", { floor: door.floor })}</span>
      </p>
      {door.presence === "apart" && (
        <p class="row">
          <Icon name="phone" />
          <span class="grow">{t("rule-apart")}</span>
        </p>
      )}
    </section>
  );
}

function JoinForm({ way, place }: { way: Way; place: AtDoor }) {
  const [alias, setAlias] = useState(suggestedName);
  const [unfit, setUnfit] = useState<string | null>(null);
  const problem = unfit ?? (place.problem === null ? null : problemId(place.problem));
  const words = problem === null ? "" : t(problem, { most: LONGEST_ALIAS });
  useAnnounced(words);

  const join = (event: Event): void => {
    event.preventDefault();
    const name = normalizedText(alias).replaceAll("\n", " ");
    const wrong = name === "" ? "join-name-empty" : lengthOf(name) > LONGEST_ALIAS ? "join-name-long" : null;
    setUnfit(wrong);
    if (wrong === null) void way.join(name);
  };

  return (
    <form class="phone" onSubmit={join} noValidate>
      <Bar where={t("product")} practice={place.door.practice} />
      <main>
        <Heading of={`join ${place.code}`}>{place.door.title}</Heading>
        <label class="field">
          <span class="label">{t("join-name")}</span>
          <input
            value={alias}
            onInput={(event) => setAlias(event.currentTarget.value)}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="join-name-hint"
          />
          <span class="small soft" id="join-name-hint">
            {t("join-name-hint")}
          </span>
        </label>
        {words !== "" && (
          <Banner icon="warn" tone="care">
            {words}
          </Banner>
        )}
        <Rules door={place.door} />
        <Truth icon="kept">{t("join-truth")}</Truth>
      </main>
      <footer class="foot">
        <button type="submit" class="button main">
          {place.joining ? t("join-coming") : t("join-go")}
        </button>
      </footer>
    </form>
  );
}

function ClosedDoor({ way, place, state }: { way: Way; place: AtDoor; state: Exclude<DoorView["state"], "open"> }) {
  const heading = { locked: "door-locked", full: "door-full", ended: "door-ended" }[state];
  return (
    <div class="phone">
      <Bar where={t("product")} practice={place.door.practice} />
      <main>
        <Heading of={`door ${place.code} ${state}`}>{t(heading)}</Heading>
        <p>{t(`${heading}-do`)}</p>
        <p class="soft">{t("door-code", { title: place.door.title, code: inFours(place.code) })}</p>
      </main>
      <footer class="foot">
        <button type="button" class="button" onClick={() => way.enterAnother()}>
          {t("door-another")}
        </button>
        {state !== "ended" && (
          <button type="button" class="button main" onClick={() => void way.knock(place.code)}>
            {t("door-again")}
          </button>
        )}
      </footer>
    </div>
  );
}

export function DoorScreen({ way, place }: { way: Way; place: AtDoor }) {
  const { state } = place.door;
  return state === "open" ? <JoinForm way={way} place={place} /> : <ClosedDoor way={way} place={place} state={state} />;
}
