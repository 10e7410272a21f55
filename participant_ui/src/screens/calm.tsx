import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";

export function CalmScreen({ here, unattended }: { here: Here; unattended: boolean }) {
  return (
    <Frame here={here}>
      <div class="hold big stack centre calm">
        <Heading of={unattended ? "calm unattended" : "calm"}>{t(unattended ? "calm-unattended-heading" : "calm-heading")}</Heading>
        <p class="voice lead">{t(unattended ? "calm-unattended-do" : "calm")}</p>
      </div>
      <p class="soft centre middle">{t(unattended ? "calm-unattended" : "calm-clocks")}</p>
    </Frame>
  );
}
