/** The plain inputs. Whole rows and stops are the target; nothing is chosen beforehand. */
import { useRef } from "preact/hooks";

import type { InputView, ScaleItem } from "../../realtime/client/wire";
import { useAnnounced } from "./announce";
import { Letters } from "./inputs/letters";
import { quiet } from "./inputs/quiet";
import { t } from "./text";
import { lengthOf, normalizedText } from "./writing";

interface ChoiceProps {
  prompt: string;
  input: InputView;
  chosen: number | null;
  choose: (option: number) => void;
}

export function ChoiceInput({ prompt, input, chosen, choose }: ChoiceProps) {
  return (
    <fieldset class="options">
      <legend class="hidden">{prompt}</legend>
      {input.options.map((option, index) => (
        <label class="option" key={option}>
          <input type="radio" name="choice" checked={chosen === index} onChange={() => choose(index)} />
          {option}
        </label>
      ))}
    </fieldset>
  );
}

interface MultiProps {
  prompt: string;
  input: InputView;
  chosen: number[];
  choose: (options: number[]) => void;
}

export function MultiInput({ prompt, input, chosen, choose }: MultiProps) {
  const full = chosen.length >= input.pick;
  const counted = full ? t("chosen-full", { chosen: chosen.length }) : t("chosen", { chosen: chosen.length });
  useAnnounced(counted);
  const toggle = (index: number): void =>
    choose(chosen.includes(index) ? chosen.filter((option) => option !== index) : [...chosen, index].slice(0, input.pick));
  return (
    <fieldset class="options">
      <legend class="hidden">{prompt}</legend>
      <p class="row soft">
        <span class="grow">{t("choose-up-to", { pick: input.pick })}</span>
        <span class="num">{counted}</span>
      </p>
      {input.options.map((option, index) => (
        <label class="option" key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(index)}
            disabled={full && !chosen.includes(index)}
            onChange={() => toggle(index)}
          />
          {option}
        </label>
      ))}
    </fieldset>
  );
}

interface ScaleProps {
  input: InputView;
  steps: Record<string, number>;
  set: (steps: Record<string, number>) => void;
}

function stopName(item: ScaleItem, step: number, of: number): string {
  const end = step === 1 ? item.low : step === of ? item.high : null;
  return end === null ? t("stop", { step, of }) : t("stop-end", { step, of, end });
}

export function ScaleInput({ input, steps, set }: ScaleProps) {
  const middle = Math.ceil(input.steps / 2);
  const without = (key: string): Record<string, number> => Object.fromEntries(Object.entries(steps).filter(([other]) => other !== key));
  return (
    <div class="stack wide">
      {input.items.map((item) => {
        const chosen = steps[item.key];
        return (
          <fieldset class="slider" key={item.key}>
            <legend>{item.ask}</legend>
            <div class="stops">
              {Array.from({ length: input.steps }, (_, index) => index + 1).map((step) => (
                <label key={step} class={chosen === undefined && step === middle ? "start" : undefined}>
                  <input
                    type="radio"
                    name={`scale-${item.key}`}
                    checked={chosen === step}
                    onChange={() => set({ ...steps, [item.key]: step })}
                    aria-label={stopName(item, step, input.steps)}
                  />
                </label>
              ))}
            </div>
            <div class="ends" aria-hidden="true">
              <span>{item.low}</span>
              <span>{item.high}</span>
            </div>
            <p class="row small soft">
              {chosen === undefined ? (
                <span class="answered">{t("not-answered")}</span>
              ) : (
                <button type="button" class="button quiet" onClick={() => set(without(item.key))}>
                  {t("leave-open", { ask: item.ask })}
                </button>
              )}
            </p>
          </fieldset>
        );
      })}
    </div>
  );
}

interface TextProps {
  prompt: string;
  input: InputView;
  /** What readers hear instead of "Your card". */
  label?: string;
  text: string;
  write: (text: string) => void;
  /** A private page: nothing of it is sent, so nothing is too long. */
  page?: boolean;
}

/** How a sentence may begin: offered while nothing is written, never put there by itself. */
function Starter({ starter, begin }: { starter: string; begin: () => void }) {
  return (
    <div class="row">
      <button type="button" class="button" onClick={begin}>
        {t("begin-with", { starter })}
      </button>
    </div>
  );
}

export function TextInput({ prompt, label = t("your-card", { prompt }), input, text, write, page = false }: TextProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const starter = input.starter.trim();
  const begin = (): void => {
    write(`${starter.replace(/\s*(…|\.\.\.)$/u, "")} `);
    box.current?.focus();
  };
  return (
    <>
      <label class="field">
        <span class="hidden">{label}</span>
        <textarea
          ref={(area) => {
            box.current = area;
            quiet(area);
          }}
          class={page ? "page" : undefined}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          rows={page ? 9 : 5}
          dir="auto"
        />
        <Letters left={input.max - lengthOf(normalizedText(text))} kept={text !== ""} page={page} />
      </label>
      {starter !== "" && text === "" && <Starter starter={starter} begin={begin} />}
    </>
  );
}
