/** Which veiled cards stay covered on this phone, and which open by themselves. */
import { VEILS } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import type { Shown } from "../muted";
import { t } from "../text";
import { TruthOf } from "../truth";
import { Back } from "./back";
import { TOPICS } from "./veils";

const WISHES: Record<Shown, string> = { closed: "veils-closed", covered: "veils-covered", open: "veils-open" };

export function VeilsScreen({ here }: { here: Here }) {
  useAnnounced(t("veils-heading"));
  return (
    <Frame here={here} where={t("veils")} foot={<Back here={here} />}>
      <Heading of="veils">{t("veils-heading")}</Heading>
      <p class="soft">{t("veils-what")}</p>
      <div class="stack veil-wishes">
        {VEILS.map((veil) => (
          <label class="field" key={veil}>
            <span class="label first-upper">{t(TOPICS[veil])}</span>
            <select value={here.muted.wish(veil)} onChange={(event) => here.muted.choose(veil, event.currentTarget.value as Shown)}>
              {Object.entries(WISHES).map(([wish, says]) => (
                <option key={wish} value={wish}>
                  {t(says)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <TruthOf route="veils" here={here} />
    </Frame>
  );
}
