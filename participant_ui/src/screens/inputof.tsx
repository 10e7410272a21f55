/** The one input that is asked, whichever it is. */
import type { InputView } from "../../../realtime/client/wire";
import { ChoiceInput, MultiInput, ScaleInput, TextInput } from "../inputs";
import { DrawnInput, Fetched } from "../inputs/drawn";
import { FieldsInput } from "../inputs/fields";
import { pilesFrom } from "../inputs/piles";
import { isDrawn } from "../inputs/values";
import { t } from "../text";
import type { Written } from "../written";

interface InputOfProps {
  prompt: string;
  input: InputView;
  written: Written;
  change: (part: Partial<Written>) => void;
  /** A private page. */
  page?: boolean;
}

export function InputOf({ prompt, input, written, change, page = false }: InputOfProps) {
  if (isDrawn(input))
    return <DrawnInput asked={input} value={written.drawn} onChange={(part) => change({ drawn: { ...written.drawn, ...part } })} />;
  switch (input.type) {
    case "choice":
      return <ChoiceInput prompt={prompt} input={input} chosen={written.option} choose={(option) => change({ option })} />;
    case "multi":
      return <MultiInput prompt={prompt} input={input} chosen={written.options} choose={(options) => change({ options })} />;
    case "scale":
      return <ScaleInput input={input} steps={written.steps} set={(steps) => change({ steps })} />;
    case "text": {
      const label = page ? t("your-page", { prompt }) : undefined;
      return <TextInput prompt={prompt} label={label} input={input} text={written.text} write={(text) => change({ text })} page={page} />;
    }
    case "fields":
      return <FieldsInput input={input} fields={written.fields} write={(fields) => change({ fields })} page={page} />;
    case "order":
      return <Fetched>{(all) => <all.OrderInput asked={input} value={written.order} onChange={(order) => change({ order })} />}</Fetched>;
    case "sort": {
      const piles = pilesFrom(written.piles, input.cards.length, input.bins.length);
      return <Fetched>{(all) => <all.SortInput asked={input} value={piles} onChange={(next) => change({ piles: next })} />}</Fetched>;
    }
    default:
      return null;
  }
}
