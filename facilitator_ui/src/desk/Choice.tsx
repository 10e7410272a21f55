import type { ComponentChildren } from "preact";

interface RowProps {
  type?: "radio" | "checkbox";
  group: string;
  checked: boolean;
  disabled?: boolean;
  name: string;
  how?: ComponentChildren;
  onPick: (checked: boolean) => void;
}

/** One whole row to choose, with what it means under its name. */
export function Choice({ type = "radio", group, checked, disabled = false, name, how, onPick }: RowProps) {
  return (
    <label class="option">
      <input type={type} name={group} checked={checked} disabled={disabled} onChange={(event) => onPick(event.currentTarget.checked)} />
      <span class="stack tight choice-text">
        <span class="choice-name">{name}</span>
        {how !== undefined && <span class="small soft choice-how">{how}</span>}
      </span>
    </label>
  );
}

export function Group({ name, children, wide = false }: { name: string; children: ComponentChildren; wide?: boolean }) {
  return (
    <fieldset class="stack tight choices">
      <legend class="title">{name}</legend>
      <div class={wide ? "options agendas" : "options two"}>{children}</div>
    </fieldset>
  );
}
