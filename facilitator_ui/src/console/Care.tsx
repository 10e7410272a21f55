import { Icon } from "../../../realtime/client/look/Icon";
import { personName } from "../../../realtime/client/strings";
import type { ConsoleView } from "../../../realtime/client/wire";
import { Act } from "./Act";
import { useDoing } from "./context";

const open = (desk: ConsoleView) => desk.care.filter((request) => request.outcome === null);

export const openCare = (desk: ConsoleView): number => open(desk).length;

/** The open requests; `within` tells the list in a dialog from the one that always stands. */
export function CareRequests({ desk, within }: { desk: ConsoleView; within: string }) {
  const { t } = useDoing();
  return (
    <>
      {open(desk).map((request) => {
        const words = `${within}-${request.id}`;
        return (
          <div key={request.id} class="banner care care-request">
            <p id={words}>
              <Icon name="care" /> {t("care-asks", { name: personName(request) })}
            </p>
            <div class="row">
              <Act class="button slim" describedBy={words} command={{ t: "settle_care", care: request.id, outcome: "answered" }}>
                {t("care-answered")}
              </Act>
              <Act class="button slim" describedBy={words} command={{ t: "settle_care", care: request.id, outcome: "handed_over" }}>
                {t("care-handed-over")}
              </Act>
            </div>
          </div>
        );
      })}
    </>
  );
}

/** Somebody would like a person. First of everything, and it stays until it was answered or handed over. */
export function Care({ desk }: { desk: ConsoleView }) {
  const { t } = useDoing();
  if (openCare(desk) === 0) return null;
  return (
    <section class="stack tight care-requests" aria-labelledby="care-title">
      <h2 id="care-title" class="hidden" tabIndex={-1} data-kept>
        {t("care")}
      </h2>
      <CareRequests desk={desk} within="side" />
    </section>
  );
}
