/** A few chairs in the middle: who sits there speaks, the others listen, and whoever likes asks for a chair. */
import { useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { personName } from "../../../realtime/client/strings";
import type { CircleView, SeatView, StageView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import { TruthOf } from "../truth";

interface FishbowlProps {
  here: Here;
  stage: StageView;
  circle: CircleView;
}

/** Never how many wait before somebody: a queue would hurry those who speak. */
function placeOf(turn: SeatView["turn"]): "chair-inside" | "chair-next" | "chair-asked" | "chair-listen" {
  switch (turn) {
    case "inside":
      return "chair-inside";
    case "next":
      return "chair-next";
    case "asking":
      return "chair-asked";
    default:
      return "chair-listen";
  }
}

const HEADINGS = {
  "chair-inside": "chair-inside-heading",
  "chair-next": "chair-next-heading",
  "chair-asked": "chair-asked-heading",
  "chair-listen": "chair-listen-heading",
} as const;
const ACTS = { "chair-inside": "chair-leave", "chair-next": "chair-unask", "chair-asked": "chair-unask", "chair-listen": "chair-ask" } as const;

export function Fishbowl({ here, stage, circle }: FishbowlProps) {
  const [busy, setBusy] = useState(false);
  const place = placeOf(here.session.store.seat.value?.turn ?? null);
  const heading = t(HEADINGS[place]);
  useAnnounced(heading);
  const names = new Intl.ListFormat(document.documentElement.lang || "en").format(circle.inside.map(personName));
  const act = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await here.wish(place === "chair-listen" ? { t: "ask_for_chair", run: stage.run } : { t: "leave_chair", run: stage.run });
    setBusy(false);
  };
  return (
    <Frame
      here={here}
      foot={
        <button type="button" class={place === "chair-listen" ? "button main" : "button wide"} aria-disabled={busy} onClick={() => void act()}>
          <Icon name={place === "chair-listen" ? "circle" : "leave"} />
          {t(ACTS[place])}
        </button>
      }
    >
      <div class="stack tight">
        <Heading of={`stage ${stage.run} ${place}`}>{heading}</Heading>
        <p>{t(circle.state === "before" ? "chair-before" : place)}</p>
      </div>
      <article class="sheet">
        <p class="voice lead">{stage.prompt}</p>
      </article>
      {circle.inside.length > 0 && <p class="soft">{t("chair-who", { names })}</p>}
      {circle.state === "running" && circle.inside.length < circle.chairs && <p class="soft">{t("chair-free")}</p>}
      <TruthOf route="chair" here={here} />
    </Frame>
  );
}
