/** An earlier page of this phone, offered as a copy: taken by a tap, never by itself. In a tally it says what of it would travel. */
import { Icon } from "../../../realtime/client/look/Icon";
import type { InputView, StageView } from "../../../realtime/client/wire";
import { announce } from "../announce";
import type { Here } from "../here";
import { t } from "../text";
import { copyFor, isBlank, type Written } from "../written";

interface CopyOfferProps {
  here: Here;
  stage: StageView;
  input: InputView;
  written: Written;
  copy: (part: Partial<Written>) => void;
}

const USE: Partial<Record<InputView["type"], string>> = { rings: "copy-rings", line: "copy-line", point: "copy-point" };

/** Which numbers of a drawing go out, as a sentence's id. */
export function travels(input: InputView): string {
  const sends = (what: InputView["send"][number]): boolean => input.send.includes(what);
  switch (input.type) {
    case "rings":
      return sends("ring") && sends("mark") ? "sends-rings-signs" : sends("ring") ? "sends-rings" : sends("mark") ? "sends-signs" : "sends-count";
    case "line":
      return sends("x") && sends("y") ? "sends-line" : sends("y") ? "sends-heights" : "sends-places";
    default:
      return "sends-point";
  }
}

export function CopyOffer({ here, stage, input, written, copy }: CopyOfferProps) {
  const page = stage.copied === null ? null : here.pages.of(stage.copied);
  const sends = stage.kind === "tally" && (input.type === "rings" || input.type === "line" || input.type === "point");
  const fits = page !== null && page.asked.type === input.type && !isBlank(page.asked, page.written);
  if (!fits && !sends) return null;
  const use = (): void => {
    if (!fits) return;
    copy(copyFor(input, page.written));
    announce(t("copied"));
  };
  return (
    <div class="stack tight">
      {fits && (
        <div class="row">
          <button type="button" class="button" onClick={use}>
            <Icon name="phone" />
            {t(USE[input.type] ?? "copy-page")}
          </button>
          {!isBlank(input, written) && <span class="small soft">{t("copy-instead")}</span>}
        </div>
      )}
      {sends && <p class="small soft">{t(travels(input))}</p>}
    </div>
  );
}
