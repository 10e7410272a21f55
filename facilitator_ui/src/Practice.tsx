import { Icon } from "../../realtime/client/look/Icon";
import type { Translate } from "../../realtime/client/strings";

/** On every face of a practice session, always: nobody should write there what they would only write without a name. */
export function Practice({ t }: { t: Translate }) {
  return (
    <section class="practice" aria-label={t("practice-name")}>
      <Icon name="warn" />
      {t("practice")}
    </section>
  );
}
