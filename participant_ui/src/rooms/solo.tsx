/** For somebody who waits alone: three quiet things to do with what the room was asked, none of which is kept. */
import { useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { announce } from "../announce";
import { t } from "../text";

const IDEAS = ["solo-think", "solo-write", "solo-rest"] as const;

export function Solo() {
  const [idea, setIdea] = useState(0);
  const next = (): void => {
    const following = (idea + 1) % IDEAS.length;
    setIdea(following);
    announce(t(IDEAS[following] ?? IDEAS[0]));
  };
  return (
    <div class="stack tight">
      <h2 class="label">{t("solo")}</h2>
      <p class="lead">{t(IDEAS[idea] ?? IDEAS[0])}</p>
      <div class="row">
        <button type="button" class="button" onClick={next}>
          <Icon name="swap" />
          {t("solo-other")}
        </button>
      </div>
    </div>
  );
}
