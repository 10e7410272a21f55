import type { DoorView } from "../door";
import { CARDS_HOURS } from "../kept";
import { t } from "../text";

/** What is kept, where, and until when, before anybody has given anything. */
export function Privacy({ door }: { door: DoorView }) {
  const days = door.retention_days;
  const until = days === 0 ? t("kept-record-signed") : t("kept-record", { days });
  return (
    <dl class="stack">
      <div>
        <dt>{t("kept-name-of")}</dt>
        <dd>{until}</dd>
      </div>
      <div>
        <dt>{t("kept-answers-of")}</dt>
        <dd>{t("kept-answers")}</dd>
      </div>
      <div>
        <dt>{t("kept-cards-of")}</dt>
        <dd>{t("kept-cards", { hours: CARDS_HOURS })}</dd>
      </div>
      <div>
        <dt>{t("kept-taps-of")}</dt>
        <dd>{t("kept-taps")}</dd>
      </div>
      {(door.programme ?? null) !== null && (
        <div>
          <dt>{t("kept-programme-of")}</dt>
          <dd>{t("kept-programme")}</dd>
        </div>
      )}
      <div>
        <dt>{t("kept-phone-of")}</dt>
        <dd>
          {t("kept-phone")}
          {(door.programme ?? null) !== null && ` ${t("kept-phone-programme")}`}
        </dd>
      </div>
    </dl>
  );
}
