import { personName } from "../../../realtime/client/strings";
import type { Closed } from "../../../realtime/client/store";
import { Icon } from "../../../realtime/client/look/Icon";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import type { Way } from "../way";

const HelpButton = ({ here }: { here: Here }) => (
  <button type="button" class="button wide" onClick={() => (here.over.value = "help")}>
    <Icon name="care" />
    {t("ended-help")}
  </button>
);

export function EndedScreen({ here, way }: { here: Here; way: Way }) {
  const me = here.session.store.seat.value;
  return (
    <Frame here={here} foot={<HelpButton here={here} />}>
      <Heading of="ended">{me === null ? t("ended-heading") : t("ended-thanks", { name: personName(me) })}</Heading>
      <p>{t("ended")}</p>
      <p class="soft">{t("ended-gone")}</p>
      <button type="button" class="button middle" onClick={() => way.enterAnother()}>
        {t("door-another")}
      </button>
    </Frame>
  );
}

type Offer = "offer-again" | "offer-door" | "offer-reload";

/** Why the line closed for good, and what can be done about it. */
const CAUSES: Record<number, { id: string; offer: Offer | null }> = {
  4002: { id: "closed-elsewhere", offer: "offer-again" },
  4400: { id: "closed-not-understood", offer: "offer-reload" },
  4401: { id: "closed-unproved", offer: "offer-door" },
  4402: { id: "closed-version", offer: "offer-reload" },
  4410: { id: "closed-ended", offer: null },
};
const OTHERWISE = { id: "closed-unproved", offer: "offer-door" as const };

export function ClosedLine({ here, way, closed }: { here: Here; way: Way; closed: Closed }) {
  const { id, offer } = CAUSES[closed.code] ?? OTHERWISE;
  const act: Record<Offer, () => void> = {
    "offer-again": () => here.session.again(),
    "offer-door": () => void way.comeInAgain(),
    "offer-reload": () => window.location.reload(),
  };
  return (
    <Frame
      here={here}
      foot={
        offer === null ? (
          <HelpButton here={here} />
        ) : (
          <button type="button" class="button main" onClick={act[offer]}>
            {t(offer)}
          </button>
        )
      }
    >
      <Heading of={id}>{t(id)}</Heading>
      <p>{t(`${id}-do`)}</p>
    </Frame>
  );
}
