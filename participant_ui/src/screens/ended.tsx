import { personName } from "../../../realtime/client/strings";
import type { Closed } from "../../../realtime/client/store";
import { Icon } from "../../../realtime/client/look/Icon";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import { CARDS_HOURS } from "../kept";
import type { Way } from "../way";
import { KeepOrWipe } from "./pages";
import { FourWords, UntilNextTime } from "./programme";
import { StoredNow } from "./stored";

function HelpButton({ here }: { here: Here }) {
  return (
    <button type="button" class="button wide" onClick={() => (here.over.value = "help")}>
      <Icon name="care" />
      {t("ended-help")}
    </button>
  );
}

/** What is still on this phone, and one tap that takes it away. `kept` says it where there is no own card. */
export function Remains({ here, way, kept }: { here: Here; way: Way; kept: string }) {
  const cards = here.cards.all.length;
  const inReach = here.cards.all.filter(({ state }) => state !== "withdrawn").length;
  const over = kept === "ended-gone";
  const noTrace = here.session.store.retentionDays.value === 0;
  const open = over && here.onlyHere;
  return (
    <section class="sheet stack" aria-label={t("remains")}>
      <h2 class="label">{t("remains")}</h2>
      <p>{t(!open ? kept : here.keepsake.pages.length > 0 ? "ended-open" : "ended-open-cards")}</p>
      {inReach > 0 && !noTrace && <p>{t("remains-cards", { cards: inReach, hours: CARDS_HOURS })}</p>}
      {inReach > 0 && noTrace && <p>{t(over ? "remains-cards-gone" : "remains-cards-end", { cards: inReach })}</p>}
      {here.place.value !== null && (cards > 0 || !over) && <p>{t("remains-words")}</p>}
      <div class="segments">
        {cards > 0 && (
          <button type="button" class="button" onClick={() => (here.over.value = "written")}>
            {t("cards")}
          </button>
        )}
        {(cards > 0 || !over) && (
          <button type="button" class="button" onClick={() => way.wipeAndGo(here)}>
            {t("wipe")}
          </button>
        )}
      </div>
    </section>
  );
}

export function EndedScreen({ here, way }: { here: Here; way: Way }) {
  const me = here.session.store.seat.value;
  return (
    <Frame here={here} foot={<HelpButton here={here} />}>
      <Heading of="ended">{me === null ? t("ended-heading") : t("ended-thanks", { name: personName(me) })}</Heading>
      <p>{t("ended")}</p>
      <StoredNow read={here.stored} moved={here.session.store.closed.value} />
      <UntilNextTime shared={here.session.store.shared.value} />
      <FourWords here={here} />
      <KeepOrWipe here={here} />
      <Remains here={here} way={way} kept="ended-gone" />
      <button type="button" class="button middle" onClick={() => way.enterAnother()}>
        {t("door-another")}
      </button>
    </Frame>
  );
}

type Offer = "offer-again" | "offer-door" | "offer-reload";

/** Why the line closed for good, and what can be done about it. */
const CAUSES: Record<number, { id: string; offer: Offer | null }> = {
  0: { id: "closed-forgotten", offer: "offer-door" },
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
      {offer === null && <FourWords here={here} />}
      {offer === null && <KeepOrWipe here={here} />}
      {offer === null && <Remains here={here} way={way} kept="ended-gone" />}
      {offer === null && <StoredNow read={here.stored} moved={closed} />}
    </Frame>
  );
}
