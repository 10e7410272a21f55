import type { ComponentChildren } from "preact";

import { Icon } from "../../../realtime/client/look/Icon";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";

/** Web addresses, telephone numbers of five digits or more and the short ones of emergency lines can be tapped. */
const LINKS = /(https:\/\/[^\s<>"]+[^\s<>".,;:)]|\+?\d[\d ()/-]{3,}\d|\b[19]\d\d\b)/;

export function linked(line: string): ComponentChildren[] {
  return line.split(LINKS).map((part, index) => {
    if (index % 2 === 0) return part;
    const href = part.startsWith("https:") ? part : `tel:${part.replace(/[^+\d]/g, "")}`;
    return (
      <a key={index} href={href} rel="noreferrer" target={part.startsWith("https:") ? "_blank" : undefined}>
        {part}
      </a>
    );
  });
}

/** The organization's page. It came with the welcome, so it stands here without a line too. */
export function HelpScreen({ here }: { here: Here }) {
  const { help, seat, shared, closed } = here.session.store;
  const paragraphs = help.value.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
  const canLeave = seat.value !== null && seat.value.state !== "left" && shared.value?.phase !== "ended" && closed.value === null;
  return (
    <Frame
      here={here}
      where={t("help")}
      foot={
        <button type="button" class="button main" onClick={() => (here.over.value = null)}>
          <Icon name="back" />
          {t("help-back")}
        </button>
      }
    >
      <Heading of="help">{t("help-heading")}</Heading>
      <div class="stack help">
        {paragraphs.length === 0 && <p>{t("help-none")}</p>}
        {paragraphs.map((paragraph, index) => (
          <p key={index}>{linked(paragraph.trim())}</p>
        ))}
      </div>
      <p class="soft small">{t("help-offline")}</p>
      {canLeave && (
        <button type="button" class="button" onClick={() => (here.over.value = "leave")}>
          <Icon name="leave" />
          {t("leave-quietly")}
        </button>
      )}
    </Frame>
  );
}
