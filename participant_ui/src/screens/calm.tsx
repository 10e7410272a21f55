import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";

export function CalmScreen({ here }: { here: Here }) {
  return (
    <Frame here={here}>
      <div class="hold big stack centre calm">
        <Heading of="calm">{t("calm-heading")}</Heading>
        <p class="voice lead">{t("calm")}</p>
      </div>
      <p class="soft centre middle">{t("calm-clocks")}</p>
    </Frame>
  );
}
