/** Labelled lines: on a wall they make one card and share its letters, on a page each has its own. */
import type { InputView } from "../../../realtime/client/wire";
import { t } from "../text";
import { lengthOf, normalizedText } from "../writing";
import { type Fields, lettersOf } from "./lines";
import { Letters } from "./letters";
import { quiet } from "./quiet";

interface FieldsProps {
  input: InputView;
  fields: Fields;
  write: (fields: Fields) => void;
  /** A private page: nothing of it is sent, so nothing is too long. */
  page?: boolean;
}

export function FieldsInput({ input, fields, write, page = false }: FieldsProps) {
  const any = Object.values(fields).some((words) => words !== "");
  return (
    <div class="stack">
      {input.fields.map(({ key, label }) => {
        const words = fields[key] ?? "";
        return (
          <label class={page ? "field" : "field line"} key={key}>
            <span class="label" dir="auto">
              {label}
            </span>
            <textarea
              value={words}
              onInput={(event) => write({ ...fields, [key]: event.currentTarget.value })}
              rows={page ? 4 : 2}
              dir="auto"
              ref={quiet}
            />
            {page && <Letters left={input.max - lengthOf(normalizedText(words))} kept={words !== ""} page />}
          </label>
        );
      })}
      {!page && <Letters left={input.max - lettersOf(input, fields)} kept={any} />}
      {!page && <p class="small soft">{t("fields-card")}</p>}
    </div>
  );
}
