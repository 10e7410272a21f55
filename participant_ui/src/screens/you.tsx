import { useState } from "preact/hooks";

import { Banner } from "../../../realtime/client/look/Banner";
import { Icon } from "../../../realtime/client/look/Icon";
import { personName } from "../../../realtime/client/strings";
import { ALIAS_LENGTH } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { Languages } from "../languages";
import { t } from "../text";
import { TruthOf } from "../truth";
import { aliasProblem, normalizedAlias } from "../writing";
import { Back } from "./back";
import { FourWords } from "./programme";
import { ToVeils } from "./veiled";

/** The name that the group sees, and another one. */
export function YouScreen({ here }: { here: Here }) {
  const me = here.session.store.seat.value;
  const [alias, setAlias] = useState(me?.alias ?? "");
  const [unfit, setUnfit] = useState<string | null>(null);
  const words = unfit === null ? "" : t(unfit, { most: ALIAS_LENGTH });
  useAnnounced(words);
  const name = me === null ? "" : personName(me);
  useAnnounced(t("you-heading", { name }));

  const change = async (event: Event): Promise<void> => {
    event.preventDefault();
    const wished = normalizedAlias(alias);
    const problem = aliasProblem(wished);
    setUnfit(problem);
    if (problem === null && wished !== me?.alias) await here.wish({ t: "change_alias", alias: wished });
  };
  return (
    <Frame here={here} where={t("you")} foot={<Back here={here} />}>
      <Heading of="you">{t("you-heading", { name })}</Heading>
      <form class="stack" onSubmit={(event) => void change(event)} noValidate>
        <label class="field">
          <span class="label">{t("you-name")}</span>
          <input value={alias} onInput={(event) => setAlias(event.currentTarget.value)} autocomplete="off" spellcheck={false} aria-describedby="you-hint" />
          <span class="small soft" id="you-hint">
            {t("you-hint")}
          </span>
        </label>
        {words !== "" && (
          <Banner icon="warn" tone="care">
            {words}
          </Banner>
        )}
        <button type="submit" class="button">
          {t("you-change")}
        </button>
        <TruthOf route="name" here={here} />
      </form>
      <FourWords here={here} />
      <section class="stack tight" aria-labelledby="you-rooms">
        <h2 class="label" id="you-rooms">
          {t("you-rooms")}
        </h2>
        <p class="small soft">{t("you-rooms-what")}</p>
        <button type="button" class="button" onClick={() => (here.over.value = "apart")}>
          <Icon name="people" />
          {t("apart")}
        </button>
      </section>
      <section class="stack tight" aria-labelledby="you-veils">
        <h2 class="label" id="you-veils">
          {t("you-veils")}
        </h2>
        <ToVeils here={here} />
      </section>
      <section class="stack tight" aria-labelledby="you-stored">
        <h2 class="label" id="you-stored">
          {t("stored")}
        </h2>
        <p class="small soft">{t("you-stored-what")}</p>
        <button type="button" class="button" onClick={() => (here.over.value = "stored")}>
          <Icon name="see" />
          {t("stored-short")}
        </button>
      </section>
      <section class="stack tight" aria-labelledby="you-language">
        <h2 class="label" id="you-language">
          {t("language")}
        </h2>
        <Languages />
        <p class="small soft">{t("language-what")}</p>
      </section>
    </Frame>
  );
}
