/** A check-in: three scales of one tap each, above whatever is played. It covers nothing, and nobody has to. */
import { Banner } from "../../../realtime/client/look/Banner";
import { Icon } from "../../../realtime/client/look/Icon";
import { REFUSALS } from "../../../realtime/client/refusals";
import { CHECK_IN_STEPS, type SharedView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { FEELINGS, type Feeling } from "../checkin";
import type { Here } from "../here";
import { t } from "../text";
import { TruthOf } from "../truth";

const SAID = {
  mood: { ask: "feel-mood", low: "feel-mood-low", high: "feel-mood-high" },
  energy: { ask: "feel-energy", low: "feel-energy-low", high: "feel-energy-high" },
  safety: { ask: "feel-ease", low: "feel-ease-low", high: "feel-ease-high" },
} as const;
const STEPS = Array.from({ length: CHECK_IN_STEPS }, (_, index) => index + 1);

function stepName(step: number, low: string, high: string): string {
  const of = CHECK_IN_STEPS;
  if (step === 1) return t("stop-end", { step, of, end: low });
  return step === of ? t("stop-end", { step, of, end: high }) : t("stop", { step, of });
}

interface ScaleProps {
  feeling: Feeling;
  chosen: number | null;
  choose: (step: number | null) => void;
}

/** A second tap on the same step takes it away, and so does Space: a browser does nothing of its own with Space on what is chosen. */
function Scale({ feeling, chosen, choose }: ScaleProps) {
  const { ask, low, high } = { ask: t(SAID[feeling].ask), low: t(SAID[feeling].low), high: t(SAID[feeling].high) };
  return (
    <fieldset class="slider feeling">
      <legend>{ask}</legend>
      <div class="stops">
        {STEPS.map((step) => (
          <label key={step}>
            <input
              type="radio"
              name={`feel-${feeling}`}
              checked={chosen === step}
              onClick={() => choose(chosen === step ? null : step)}
              onKeyDown={(event) => {
                if (event.key !== " " || chosen !== step) return;
                event.preventDefault();
                choose(null);
              }}
              aria-label={stepName(step, low, high)}
            />
          </label>
        ))}
      </div>
      <div class="ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </fieldset>
  );
}

/** The existing wish for a person. Whoever taps it is named; what they chose above stays without a name, and goes along with nothing. */
function AskForPerson({ here }: { here: Here }) {
  const care = here.session.store.seat.value?.care ?? null;
  if (care !== null && care.outcome === null) return null; // said on top of the page as long as it is open
  return (
    <div class="stack tight">
      <button type="button" class="button care" onClick={() => void here.wish({ t: "ask_for_person" })}>
        <Icon name="care" />
        {t("checkin-care")}
      </button>
      <p class="small soft">{t("checkin-care-truth")}</p>
    </div>
  );
}

interface SheetProps {
  here: Here;
  shared: SharedView;
}

function Sheet({ here, shared }: SheetProps) {
  const number = shared.checkIn;
  const { feelings } = here.session;
  const tapped = feelings.byRun.value[number];
  const marks = tapped?.marks ?? [];
  const refusal = tapped?.refusal ?? null;
  const chosen = (feeling: Feeling): number | null => {
    const mark = marks.find((one) => one.startsWith(`${feeling}:`));
    return mark === undefined ? null : Number(mark.slice(feeling.length + 1));
  };
  const choose = (feeling: Feeling, step: number | null): void => {
    const others = marks.filter((one) => !one.startsWith(`${feeling}:`));
    here.checkIn.set(number, true);
    feelings.choose(number, step === null ? others : [...others, `${feeling}:${step}`].toSorted());
  };
  const notNow = (): void => {
    feelings.choose(number, []);
    here.checkIn.set(number, false);
  };
  return (
    <section class="sheet stack check-in" aria-labelledby="check-in">
      <h2 class="title" id="check-in">
        {t("checkin-heading")}
      </h2>
      {FEELINGS.map((feeling) => (
        <Scale key={feeling} feeling={feeling} chosen={chosen(feeling)} choose={(step) => choose(feeling, step)} />
      ))}
      {refusal !== null && (
        <Banner icon="warn" tone="care">
          {t(REFUSALS[refusal])}
        </Banner>
      )}
      <div class="row">
        {marks.length === 0 ? (
          <button type="button" class="button" onClick={notNow}>
            {t("checkin-not-now")}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => here.checkIn.set(number, false)}>
            <Icon name="check" />
            {t("checkin-done")}
          </button>
        )}
      </div>
      {marks.length > 0 && <AskForPerson here={here} />}
      <TruthOf route="check_in" here={here} />
    </section>
  );
}

/** Folded: one line, the same whether somebody has chosen something or would rather not. */
function Folded({ here, shared }: SheetProps) {
  return (
    <section class="row check-in folded" aria-label={t("checkin")}>
      <span class="grow">{t("checkin-heading")}</span>
      <button type="button" class="button" onClick={() => here.checkIn.set(shared.checkIn, true)}>
        {t("checkin-open")}
      </button>
      {here.session.feelings.byRun.value[shared.checkIn] === undefined && (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            here.session.feelings.choose(shared.checkIn, []);
            here.checkIn.set(shared.checkIn, false);
          }}
        >
          {t("checkin-not-now")}
        </button>
      )}
    </section>
  );
}

export function CheckIn({ here }: { here: Here }) {
  const { shared, seat, closed } = here.session.store;
  const view = shared.value;
  const asks = view !== null && view.checkIn > 0 && closed.value === null && seat.value?.state === "here" && here.over.value === null;
  useAnnounced(asks ? t("checkin-said") : "");
  if (!asks) return null;
  return here.checkIn.isOpen(view.checkIn, view.stage) ? <Sheet here={here} shared={view} /> : <Folded here={here} shared={view} />;
}
