import { Truth } from "../../../realtime/client/look/Truth";
import { personName } from "../../../realtime/client/strings";
import type { SharedView } from "../../../realtime/client/wire";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import { FourWords, SinceLastTime, WhichSession } from "./programme";

/** Dots drawn at most: a picture of company, the number stands under it. */
const MOST_DOTS = 40;

export function LobbyScreen({ here, shared }: { here: Here; shared: SharedView }) {
  const me = here.session.store.seat.value;
  const dots = Math.min(shared.people, MOST_DOTS);
  return (
    <Frame here={here} foot={<Truth icon="phone">{t("lobby-lock")}</Truth>}>
      <div class="stack tight centre middle">
        <WhichSession shared={shared} />
        <Heading of="lobby">{t("lobby-heading", { name: me === null ? "" : personName(me) })}</Heading>
        <p class="soft">{t("lobby-begin")}</p>
      </div>
      <div class="hold big stack centre gathered">
        <div class="seats" aria-hidden="true">
          {Array.from({ length: dots }, (_, index) => (
            <i key={index} class={index === 0 ? "you" : undefined} />
          ))}
        </div>
        <p>{t("people-here", { people: shared.people })}</p>
      </div>
      <SinceLastTime shared={shared} />
      <FourWords here={here} folded />
      <div class="stack centre middle">
        <p class="voice lead">{t("lobby-welcome")}</p>
        <button type="button" class="button quiet" onClick={() => (here.over.value = "you")}>
          {t("you-change")}
        </button>
      </div>
    </Frame>
  );
}
