import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";

export function RestScreen({ here }: { here: Here }) {
  const { shared } = here.session.store;
  const sitOut = shared.value?.activity?.sitOut;
  // In rooms it can be worked out who is in none, so nothing is claimed there.
  const inRooms = shared.value?.stage?.kind === "rooms";
  return (
    <Frame
      here={here}
      foot={
        <button type="button" class="button main" onClick={() => void here.wish({ t: "come_back" })}>
          {t("come-back")}
        </button>
      }
    >
      <Heading of="resting">{t("resting-heading")}</Heading>
      <p>{inRooms ? t("resting-rooms") : t("resting")}</p>
      {sitOut !== undefined && sitOut !== "" && (
        <section class="sheet stack tight">
          <h2 class="label">{t("resting-instead")}</h2>
          <p class="voice lead">{sitOut}</p>
        </section>
      )}
      <button type="button" class="button middle" onClick={() => (here.over.value = "leave")}>
        {t("leave-quietly")}
      </button>
    </Frame>
  );
}
