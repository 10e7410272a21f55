import { Icon } from "../../../realtime/client/look/Icon";
import type { Here } from "../here";
import { t } from "../text";

/** From what stands over the task back to the task. */
export function Back({ here }: { here: Here }) {
  return (
    <button type="button" class="button main" onClick={() => (here.over.value = null)}>
      <Icon name="back" />
      {t("help-back")}
    </button>
  );
}
