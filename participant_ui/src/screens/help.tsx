import { Icon } from "../../../realtime/client/look/Icon";
import { useAnnounced } from "../announce";
import { CARE_NEWS, Frame } from "../frame";
import { Heading } from "../heading";
import type { Here, Over } from "../here";
import { t } from "../text";
import { TruthOf } from "../truth";
import { Back } from "./back";
import { HelpText } from "./helptext";

/** One tap tells the facilitators that somebody would like a person; another takes it back. */
function AskForPerson({ here }: { here: Here }) {
  const care = here.session.store.seat.value?.care ?? null;
  const open = care !== null && care.outcome === null;
  const news = care === null ? "" : care.outcome === null ? t("care-told") : t(CARE_NEWS[care.outcome]);
  useAnnounced(news);
  return (
    <section class="sheet stack" aria-label={t("care")}>
      {news !== "" && <p class={open ? "tag care" : "strong"}>{news}</p>}
      {open && <p>{t("care-then")}</p>}
      {open ? (
        <button type="button" class="button" onClick={() => void here.wish({ t: "take_back_care", care: care.id })}>
          {t("take-back")}
        </button>
      ) : (
        <button type="button" class="button care" onClick={() => void here.wish({ t: "ask_for_person" })}>
          <Icon name="care" />
          {t("care-ask")}
        </button>
      )}
      <TruthOf route="care" here={here} />
    </section>
  );
}

/** What else is always there, a tap away. */
function AlsoHere({ here }: { here: Here }) {
  const to = (over: Over) => () => void (here.over.value = over);
  return (
    <nav class="stack tight" aria-label={t("also-here")}>
      <button type="button" class="button" onClick={to("agreements")}>
        <Icon name="circle" />
        {t("agreements")}
      </button>
      {here.hasWritten && (
        <button type="button" class="button" onClick={to("written")}>
          <Icon name="card" />
          {t("written")}
        </button>
      )}
      <button type="button" class="button" onClick={to("you")}>
        <Icon name="person" />
        {t("you")}
      </button>
      <button type="button" class="button" onClick={to("leave")}>
        <Icon name="leave" />
        {t("leave-quietly")}
      </button>
    </nav>
  );
}

/** A person first, then the organization's page. It came with the welcome, so it stands here without a line too. */
export function HelpScreen({ here }: { here: Here }) {
  const { help, seat, shared, closed } = here.session.store;
  const inside = seat.value !== null && seat.value.state !== "left" && shared.value?.phase !== "ended" && closed.value === null;
  return (
    <Frame here={here} where={t("help")} foot={<Back here={here} />}>
      <Heading of="help">{t("help-heading")}</Heading>
      {inside && <AskForPerson here={here} />}
      <HelpText help={help.value} />
      <p class="soft small">{t("help-offline")}</p>
      {inside && <AlsoHere here={here} />}
    </Frame>
  );
}
