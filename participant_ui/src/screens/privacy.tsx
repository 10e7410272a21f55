import type { DoorView } from "../door";
import { CARDS_HOURS } from "../kept";
import { t } from "../text";

/** What is kept, where, and until when, before anybody has given anything. */
export function Privacy({ door }: { door: DoorView }) {
  const days = door.retention_days;
  const noTrace = days === 0;
  const until = noTrace ? t("kept-record-end") : t("kept-record", { days });
  return (
    <dl class="stack">
      {noTrace && (
        <div>
          <dt>{t("kept-nothing-lead")}</dt>
          <dd>{t("kept-nothing")}</dd>
        </div>
      )}
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
        <dd>{noTrace ? t("kept-cards-end") : t("kept-cards", { hours: CARDS_HOURS })}</dd>
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
      <div>
        <dt>{t("not-protected-of")}</dt>
        <dd>{t("not-protected")}</dd>
      </div>
    </dl>
  );
}
