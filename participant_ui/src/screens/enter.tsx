import { useState } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import { Banner } from "../../../realtime/client/look/Banner";
import { useAnnounced } from "../announce";
import { looksLikeCode, plainCode } from "../code";
import { Bar } from "../frame";
import { Heading } from "../heading";
import { Languages } from "../languages";
import { t } from "../text";
import { TruthAtDoor } from "../truth";
import type { Place, Way } from "../way";

const PROBLEM = { no_session: "enter-no-session", too_many_tries: "too-many-tries", no_answer: "no-answer" } as const;

const HEADING = { no_session: "enter-no-session-heading", too_many_tries: "too-many-tries-heading", no_answer: "no-answer-heading" } as const;

export function EnterScreen({ way, place }: { way: Way; place: Extract<Place, { at: "enter" }> }) {
  const [typed, setTyped] = useState(place.typed === "" ? "" : inFours(place.typed));
  const [asked, setAsked] = useState(false);
  const [unlike, setUnlike] = useState(false);
  const problem = unlike ? "enter-unlike-a-code" : place.problem === null ? null : PROBLEM[place.problem];
  const last = way.last;
  useAnnounced(problem === null ? "" : t(problem));

  const enter = async (event: Event): Promise<void> => {
    event.preventDefault();
    const code = plainCode(typed);
    setUnlike(!looksLikeCode(code));
    if (!looksLikeCode(code) || asked) return;
    setAsked(true);
    await way.knock(code);
    setAsked(false);
  };

  return (
    <form class="phone" onSubmit={(event) => void enter(event)} noValidate>
      <Bar where={t("product")} practice={false}>
        <Languages keep={(chosen) => way.chose(chosen)} />
      </Bar>
      <main>
        <Heading of={`enter ${place.problem ?? ""}`}>{t(place.problem === null ? "enter-heading" : HEADING[place.problem])}</Heading>
        <label class="field">
          <span class="label">{t("enter-label")}</span>
          <input
            class="code num"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={24}
            aria-describedby="enter-hint"
          />
          <span class="small soft" id="enter-hint">
            {t("enter-hint")}
          </span>
        </label>
        {problem !== null && (
          <Banner icon="warn" tone="care">
            {t(problem)}
          </Banner>
        )}
        <TruthAtDoor route="code" door={null} />
        {last !== null && (
          <section class="stack tight">
            <p class="soft">{t("enter-last")}</p>
            <button type="button" class="button" onClick={() => void way.goIn(last)}>
              {t("enter-return", { code: inFours(last) })}
            </button>
          </section>
        )}
      </main>
      <footer class="foot">
        <button type="submit" class="button main">
          {asked ? t("looking") : t("enter-go")}
        </button>
      </footer>
    </form>
  );
}
