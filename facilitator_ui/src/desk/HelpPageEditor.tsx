import { useState } from "preact/hooks";

import { day } from "../closing/times";
import type { DeskParts } from "./Desk";

const MOST = 4000;

/** What everybody in a session can open at any time. Saving it says that it is right today. */
export function HelpPageEditor({ t, ask, view, say, fail, refresh }: DeskParts) {
  const [text, setText] = useState(view.helpPage.text);
  const { checkedMs } = view.helpPage;
  const left = MOST - text.length;

  async function save(): Promise<void> {
    const answered = await ask<object>("/api/desk/help", { text });
    if ("problem" in answered) {
      fail(answered.problem);
      return;
    }
    await refresh();
    say(t(text.trim() === "" ? "help-empty" : "help-saved"));
  }
  return (
    <div class="stack">
      <h1 class="prompt" tabIndex={-1}>
        {t("help-title")}
      </h1>
      <p class="reading">{t("help-how")}</p>
      <div class="field">
        <label class="label" for="help-text">
          {t("help-text")}
        </label>
        <textarea id="help-text" rows={12} maxLength={MOST} value={text} aria-describedby="help-left" onInput={(event) => setText(event.currentTarget.value)} />
        <p id="help-left" class="small soft num">
          {t("help-left", { left })}
        </p>
      </div>
      <div class="row">
        <button type="button" class="button main" onClick={() => void save()}>
          {t("help-save")}
        </button>
        <span class="soft">{checkedMs === null ? t("help-never") : t("help-checked", { when: day(checkedMs) })}</span>
      </div>
    </div>
  );
}
