import type { Here } from "../here";
import { t } from "../text";

/** The pause before a long card leaves, on whatever stands over its stage. */
export function LeavingBar({ here }: { here: Here }) {
  const waits = here.leaving.now.value;
  if (waits === null) return null;
  return (
    <section class="sheet lamp stack tight" aria-label={t("leaving-heading")}>
      <p>
        {t("leaving-heading")} <strong class="num">{t("leaving-in", { seconds: waits.left })}</strong>
      </p>
      <div class="segments">
        <button type="button" class="button" onClick={() => here.leaving.takeBack()}>
          {t("take-back")}
        </button>
        <button type="button" class="button" onClick={() => here.leaving.tapSend()}>
          {t("leaving-now")}
        </button>
      </div>
    </section>
  );
}
