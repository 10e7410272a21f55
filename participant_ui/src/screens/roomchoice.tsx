/** How somebody would like to be in the next rooms. It holds until they choose otherwise; to sit out ends their part in a room at once. */
import { useState } from "preact/hooks";

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

function Choices({ here, stage }: Pick<RoomsProps, "here" | "stage">) {
  const { seat, room } = here.session.store;
  const current = seat.value?.choice ?? "take_part";
  const [wished, setWished] = useState<Choice | null>(null);
  const chosen = wished ?? current;
  const inRoom = room.value !== null && room.value.state !== "finished";
  useAnnounced(t("choice-now", { choice: t(NAMES[current]) }));
  const choose = async (choice: Choice): Promise<void> => {
    setWished(choice);
    await here.wish({ t: "choose_round", run: stage.run, choice });
    setWished(null);
  };
  return (
    <div class="stack">
      <fieldset class="options">
        <legend class="hidden">{t("choice")}</legend>
        {CHOICES.map((choice) => (
          <label key={choice} class="option">
            <input type="radio" name={`rooms ${stage.run}`} checked={chosen === choice} onChange={() => void choose(choice)} />
            <span>
              {t(NAMES[choice])}
              <span class="small soft said">{t(choice === "sit_out" && inRoom ? "choice-sit-out-now" : WHAT[choice])}</span>
            </span>
          </label>
        ))}
      </fieldset>
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
