import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import { TruthOf } from "../truth";

export function RestScreen({ here }: { here: Here }) {
  const { shared } = here.session.store;
  const sitOut = shared.value?.activity?.sitOut;
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
      <p>{t("resting")}</p>
      {sitOut !== undefined && sitOut !== "" && (
        <section class="sheet stack tight">
          <h2 class="label">{t("resting-instead")}</h2>
          <p class="voice lead">{sitOut}</p>
        </section>
      )}
      <TruthOf route="rest" here={here} />
      <button type="button" class="button middle" onClick={() => (here.over.value = "leave")}>
        {t("leave-quietly")}
      </button>
    </Frame>
  );
}
