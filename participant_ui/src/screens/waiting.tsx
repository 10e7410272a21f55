import { personName } from "../../../realtime/client/strings";
import { Truth } from "../../../realtime/client/look/Truth";
import type { SharedView } from "../../../realtime/client/wire";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";

/** Somebody at the door whom the facilitators have not let in yet. */
export function WaitingScreen({ here, shared }: { here: Here; shared: SharedView }) {
  const me = here.session.store.seat.value;
  return (
    <Frame here={here} where={shared.title} foot={<Truth icon="phone">{t("waiting-lock")}</Truth>}>
      <div class="hold big stack centre calm">
        <Heading of="waiting">{t("waiting-heading", { name: me === null ? "" : personName(me) })}</Heading>
        <p class="soft">{t("waiting-then")}</p>
      </div>
      <p class="voice lead centre">{t("lobby-welcome")}</p>
      <div class="row around middle">
        <button type="button" class="button" onClick={() => (here.over.value = "you")}>
          {t("you-change")}
        </button>
        <button type="button" class="button" onClick={() => (here.over.value = "leave")}>
          {t("leave-quietly")}
        </button>
      </div>
    </Frame>
  );
}
