import { useState } from "preact/hooks";

import { Banner } from "../../../realtime/client/look/Banner";
import { Icon } from "../../../realtime/client/look/Icon";
import { isolate } from "../../../realtime/client/strings";
import { ALIAS_LENGTH } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import type { DoorView } from "../door";
import { Bar } from "../frame";
import { Heading } from "../heading";
import { Languages } from "../languages";
import { suggestedName } from "../names";
import { nameProblemId } from "../problems";
import { t, titled } from "../text";
import { Truth } from "../../../realtime/client/look/Truth";
import { TruthAtDoor } from "../truth";
import type { Place, Way } from "../way";
import { aliasProblem, normalizedAlias } from "../writing";
import { ClosedDoor } from "./door";
import { HelpText } from "./helptext";
import { Privacy } from "./privacy";

type AtDoor = Extract<Place, { at: "door" }>;

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

function JoinForm({ way, place, byWords }: { way: Way; place: AtDoor; byWords: () => void }) {
  const [suggested] = useState(suggestedName);
  const [typed, setAlias] = useState<string | null>(null);
  const { kept } = place;
  const series = place.door.programme ?? null;
  const alias = typed ?? (kept?.alias || suggested);
  const before = kept !== null && kept.alias !== "" && normalizedAlias(alias) === kept.alias ? kept.alias : null;
  const [unfit, setUnfit] = useState<string | null>(null);
  const problem = unfit ?? (place.problem === null ? null : nameProblemId(place.problem));
  const words = problem === null ? "" : t(problem, { most: ALIAS_LENGTH });
  useAnnounced(words);

  const join = (event: Event): void => {
    event.preventDefault();
    const name = normalizedAlias(alias);
    const wrong = aliasProblem(name);
    setUnfit(wrong);
    if (wrong === null) void way.join(name);
  };

  return (
    <form class="phone" onSubmit={join} noValidate>
      <Bar where={t("product")} practice={place.door.practice}>
        <Languages keep={(chosen) => way.chose(chosen)} />
      </Bar>
      <main>
        <div class="stack tight">
          <Heading of={`join ${place.code}`}>{titled(place.door.title)}</Heading>
          {series !== null && <p class="soft">{t("programme-of", { number: series.number, of: series.of, title: titled(series.title) })}</p>}
        </div>
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
        {place.programme !== null && <place.programme.DoorPart way={way} place={place} byWords={byWords} />}
        <Rules door={place.door} />
        <p class="strong">{t("join-adults")}</p>
        <TruthAtDoor route="join" door={place.door} />
        {place.door.retention_days === 0 && <Truth lead={t("kept-nothing-lead")}>{t("kept-nothing")}</Truth>}
        <div class="stack tight">
          <details>
            <summary>{t("privacy")}</summary>
            <Privacy door={place.door} />
          </details>
          <details>
            <summary>{t("join-help")}</summary>
            <HelpText help={place.door.help ?? ""} />
          </details>
        </div>
      </main>
      <footer class="foot">
        <button type="submit" class="button main">
          {place.joining ? t("join-coming") : before === null ? t("join-go") : t("join-as", { name: isolate(before) })}
        </button>
      </footer>
    </form>
  );
}

export function DoorScreen({ way, place }: { way: Way; place: AtDoor }) {
  const { state } = place.door;
  const [byWords, setByWords] = useState(false);
  if (state !== "open") return <ClosedDoor way={way} place={place} state={state} />;
  if (byWords && place.programme !== null) return <place.programme.WordsDoor way={way} place={place} back={() => setByWords(false)} />;
  return <JoinForm way={way} place={place} byWords={() => setByWords(true)} />;
}
