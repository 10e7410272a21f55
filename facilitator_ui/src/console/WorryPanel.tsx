import { Icon } from "../../../realtime/client/look/Icon";
import { Truth } from "../../../realtime/client/look/Truth";
import type { ClientCommand, ConsoleView, SharedView } from "../../../realtime/client/wire";
import { Act } from "./Act";
import { useDoing } from "./context";
import { Dialog } from "./Dialog";
import { Marked } from "./Signals";

/** One quiet line on every phone alike; said here, once it stands there. */
export function OfferHelp({ shared }: { shared: SharedView }) {
  const { t } = useDoing();
  return (
    <div class="stack tight">
      <Act class="button" name="offer-help" command={{ t: "offer_help", offered: shared.helpOffered }}>
        <Icon name="help" />
        {t("offer-help")}
      </Act>
      <p class="soft small">{t("offer-help-how")}</p>
      {shared.helpOffered > 0 && (
        <p class="tag kept">
          <Icon name="check" />
          {t("offer-help-done", { times: shared.helpOffered })}
        </p>
      )}
    </div>
  );
}

interface Props {
  desk: ConsoleView;
  shared: SharedView;
  run: number;
  card: string;
  onClose: () => void;
}

/** What can be done about words that may be about harm. Every choice may be made after another; none is made by itself. */
export function WorryPanel({ desk, shared, run, card: id, onClose }: Props) {
  const { t, open } = useDoing();
  const card = desk.queue.find((one) => one.id === id);
  const line = desk.lines.find((one) => one.id === id);
  const words = card ?? line;
  const hide: ClientCommand = card === undefined ? { t: "hide_line", run, line: id } : { t: "hide_card", run, card: id };
  const shown = words !== undefined && words.state !== "hidden" && words.state !== "returned";
  // Nobody has a note key of a line, and a card that was dealt was decided in its own stage.
  const writes = card !== undefined && card.replies === null;
  return (
    <Dialog title={t("worry-title")} onClose={onClose} first="[data-name='close']" class="worry-panel">
      {words === undefined ? (
        <p class="banner">{t("refused-unknown-card")}</p>
      ) : (
        <blockquote class="voice quoted">
          <Marked text={words.text} signals={words.signals} />
        </blockquote>
      )}
      <p>{t("worry-how")}</p>
      <Truth icon="held">{t("worry-truth")}</Truth>
      {words !== undefined && (
        <div class="stack tight">
          {shown ? (
            <Act class="button" name="worry-hide" command={hide}>
              <Icon name="held" />
              {t("worry-hide")}
            </Act>
          ) : (
            <p class="tag kept">
              <Icon name="check" />
              {t(words.state === "returned" ? "worry-is-returned" : "worry-is-hidden")}
            </p>
          )}
          <p class="soft small">{t("worry-hide-how")}</p>
        </div>
      )}
      {writes && (
        <div class="stack tight">
          <button type="button" class="button" data-name="worry-write" onClick={() => open({ about: "return", card: id, draft: t("return-worry-note") })}>
            <Icon name="returned" />
            {t("worry-write")}
          </button>
          <p class="soft small">{t("worry-write-how")}</p>
        </div>
      )}
      <OfferHelp shared={shared} />
      <div class="row">
        <button type="button" class="button quiet" data-name="close" onClick={onClose}>
          {t("close")}
        </button>
      </div>
    </Dialog>
  );
}
