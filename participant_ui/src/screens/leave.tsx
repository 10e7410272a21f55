import { useEffect, useRef } from "preact/hooks";

import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import type { Way } from "../way";
import { Remains } from "./ended";

/** A question, so that nobody leaves by a slip of the thumb; the focus is on the answer that changes nothing. */
export function LeaveScreen({ here }: { here: Here }) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  const close = (): void => {
    here.over.value = null;
  };
  const leave = (): void => {
    close();
    void here.wish({ t: "leave" });
  };
  return (
    <Frame here={here}>
      <div class="dialog middle" role="alertdialog" aria-labelledby="leave-heading" aria-describedby="leave-what">
        <h1 class="title" id="leave-heading">
          {t("leave-heading")}
        </h1>
        <p id="leave-what">{t("leave-what")}</p>
        <div class="segments">
          <button type="button" class="button" ref={stay} onClick={close}>
            {t("leave-stay")}
          </button>
          <button type="button" class="button care" onClick={leave}>
            {t("leave-go")}
          </button>
        </div>
      </div>
    </Frame>
  );
}

/** Outside: by an own wish, not let in, or marked so by the facilitators. Each says what remains and where to turn. */
export function LeftScreen({ here, way }: { here: Here; way: Way }) {
  const by = here.leftBy;
  const id = { self: "left", declined: "declined", others: "marked-left" }[by];
  return (
    <Frame
      here={here}
      foot={
        by === "declined" ? undefined : (
          <button type="button" class="button main" onClick={() => void here.wish({ t: "come_back" })}>
            {t("come-back")}
          </button>
        )
      }
    >
      <Heading of={id}>{t(`${id}-heading`)}</Heading>
      <p>{t(`${id}-do`)}</p>
      <Remains here={here} way={way} kept={by === "declined" ? "remains-declined" : "remains-left"} />
    </Frame>
  );
}
