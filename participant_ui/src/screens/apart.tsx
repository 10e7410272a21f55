/** The overlay around "Not with this person"; the list itself comes with the parts for rooms. */
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import { Back } from "./back";
import { fetchRoomParts, Later } from "./roomslater";

export function ApartScreen({ here }: { here: Here }) {
  return (
    <Frame here={here} where={t("apart-where")} foot={<Back here={here} />}>
      <Heading of="apart">{t("apart-heading")}</Heading>
      <Later
        until={<p class="soft">{t("drawn-coming")}</p>}
        missing={
          <div class="stack tight">
            <p>{t("drawn-missed")}</p>
            <div class="row">
              <button type="button" class="button" onClick={() => void fetchRoomParts()}>
                {t("door-again")}
              </button>
            </div>
          </div>
        }
      >
        {(all) => <all.NotWith here={here} />}
      </Later>
    </Frame>
  );
}
