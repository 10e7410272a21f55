/** How somebody would like to be in the next rooms. It holds until they choose otherwise; to sit out ends their part in a room at once. */
import { useEffect, useRef, useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { ChooseRound } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { t } from "../text";
import { TruthOf } from "../truth";
import type { RoomsProps } from "./roomparts";

type Choice = ChooseRound["choice"];
const CHOICES: readonly Choice[] = ["take_part", "observe", "sit_out"];
const NAMES = { take_part: "choice-take-part", observe: "choice-observe", sit_out: "choice-sit-out" } as const;
const WHAT = { take_part: "choice-take-part-is", observe: "choice-observe-is", sit_out: "choice-sit-out-is" } as const;

/** Milliseconds for which the arrow keys rest on a choice before it is sent: on the way to another one nothing is. */
const RESTS = 1500;

/** Where they are in a room: out of it only by a second tap, which stands where the first one did not. */
function SitOut({ leave }: { leave: () => void }) {
  const [asking, setAsking] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => void (asking && question.current?.focus({ preventScroll: true })), [asking]);
  const close = (): void => {
    setAsking(false);
    opener.current?.focus({ preventScroll: true });
  };
  return (
    <div class="stack tight">
      <button type="button" class="button quiet at-start" ref={opener} aria-expanded={asking} onClick={() => (asking ? close() : setAsking(true))}>
        {t("choice-sit-out")}
      </button>
      {asking && (
        <section class="sheet stack tight" aria-label={t("choice-sit-out")}>
          <p class="strong" tabIndex={-1} ref={question}>
            {t("choice-sit-out-now")}
          </p>
          <div class="segments">
            <button type="button" class="button" onClick={close}>
              {t("choice-stay")}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                close();
                leave();
              }}
            >
              {t("choice-leave")}
            </button>
          </div>
        </section>
      )}
    </div>
  );
}

/** What the keys have come to and have not sent yet. `send` comes at a rest, when the focus goes on, or with the screen's end. */
function useResting(send: (choice: Choice) => void) {
  const waits = useRef<{ choice: Choice; timer: ReturnType<typeof setTimeout> } | null>(null);
  const now = useRef(send);
  now.current = send;
  const flush = (): void => {
    const last = waits.current;
    if (last === null) return;
    clearTimeout(last.timer);
    waits.current = null;
    now.current(last.choice);
  };
  useEffect(() => flush, []);
  const rest = (choice: Choice): void => {
    if (waits.current !== null) clearTimeout(waits.current.timer);
    waits.current = { choice, timer: setTimeout(flush, RESTS) };
  };
  return { rest, flush };
}

function Choices({ here, stage }: Pick<RoomsProps, "here" | "stage">) {
  const { seat, room } = here.session.store;
  const current = seat.value?.choice ?? "take_part";
  const [wished, setWished] = useState<Choice | null>(null);
  const chosen = wished ?? current;
  const inRoom = room.value !== null && room.value.state !== "finished";
  useAnnounced(t("choice-now", { choice: t(NAMES[current]) }));
  const sent = useRef<Choice | null>(null);
  const send = async (choice: Choice): Promise<void> => {
    if (choice === (sent.current ?? current)) return setWished(sent.current);
    sent.current = choice;
    await here.wish({ t: "choose_round", run: stage.run, choice });
    if (sent.current !== choice) return; // by now another one is on its way
    sent.current = null;
    setWished(null);
  };
  const byKey = useRef(false);
  const { rest, flush } = useResting((choice) => void send(choice));
  const choose = (choice: Choice): void => {
    setWished(choice);
    rest(choice);
    if (!byKey.current) flush();
    byKey.current = false;
  };
  return (
    <div class="stack">
      <fieldset class="options">
        <legend class="hidden">{t("choice")}</legend>
        {CHOICES.filter((choice) => choice !== "sit_out" || !inRoom).map((choice) => (
          <label key={choice} class="option">
            <input
              type="radio"
              name={`rooms ${stage.run}`}
              checked={chosen === choice}
              onKeyDown={({ key }) => (byKey.current = key.startsWith("Arrow"))}
              onChange={() => choose(choice)}
              onBlur={({ currentTarget, relatedTarget }) => {
                if (!(relatedTarget instanceof HTMLInputElement && relatedTarget.name === currentTarget.name)) flush();
              }}
            />
            <span>
              {t(NAMES[choice])}
              <span class="small soft said">{t(WHAT[choice])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {inRoom && <SitOut leave={() => void send("sit_out")} />}
      <TruthOf route="rooms_choice" here={here} />
      <button type="button" class="button quiet at-start" onClick={() => (here.over.value = "apart")}>
        <Icon name="people" />
        {t("apart")}
      </button>
    </div>
  );
}

/** `folded`: closed behind one line that says what is chosen, where something else is the task. */
export function RoundChoices({ here, stage, folded = false }: Pick<RoomsProps, "here" | "stage"> & { folded?: boolean }) {
  const choice = here.session.store.seat.value?.choice ?? "take_part";
  if (folded)
    return (
      <details class="folded">
        <summary>{t("choice-next", { choice: t(NAMES[choice]) })}</summary>
        <Choices here={here} stage={stage} />
      </details>
    );
  return (
    <section class="stack tight" aria-labelledby="round-choice">
      <h2 class="label" id="round-choice">
        {t("choice")}
      </h2>
      <Choices here={here} stage={stage} />
    </section>
  );
}
