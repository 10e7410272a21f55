import { useState } from "preact/hooks";

import type { DeskParts } from "./Desk";

const MOST = 300;
const ROOM = "{room}";
/** As a room's name looks that a session makes. */
const SAMPLE = "k7wp3mxqt9ch";
/** No link has them; a name before an @ would look like the service to whoever reads it. */
const NEVER = /[\s"<>\\^`{|}]|^[^/?#]*@/;

/** What is wrong with it, as a sentence's id. The server asks the same; here it is said while somebody types. */
export function linkProblem(link: string): string | null {
  if (link === "") return null;
  if (!link.startsWith("https://")) return "meeting-not-https";
  const rooms = link.split(ROOM).length - 1;
  if (rooms === 0) return "meeting-no-room";
  if (rooms > 1) return "meeting-many-rooms";
  const behind = link.slice("https://".length).search(/[/?#]/);
  const address = behind < 0 ? link : link.slice(0, "https://".length + behind);
  if (address.includes(ROOM)) return "meeting-room-early";
  const plain = link.slice("https://".length).replace(ROOM, "room");
  return link.length > MOST || NEVER.test(plain) || !URL.canParse(link) ? "meeting-unreadable" : null;
}

/** The organization's own calls: one link for each small room, where people are each somewhere else. */
export function MeetingLink({ t, ask, view, say, fail, refresh }: DeskParts) {
  const [link, setLink] = useState(view.meetingLink);
  const [shown, setShown] = useState<string | null>(null);
  const trimmed = link.trim();
  const problem = linkProblem(trimmed);

  async function save(): Promise<void> {
    setShown(problem);
    if (problem !== null) return;
    const answered = await ask<object>("/api/desk/meeting", { link: trimmed });
    if ("problem" in answered) {
      fail(answered.problem);
      return;
    }
    await refresh();
    say(t(trimmed === "" ? "meeting-emptied" : "meeting-saved"));
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1 class="prompt" tabIndex={-1}>
        {t("meeting-title")}
      </h1>
      <p class="reading">{t("meeting-how")}</p>
      <div class="field meeting-field">
        <label class="label" for="meeting-link">
          {t("meeting-link")}
        </label>
        <input
          id="meeting-link"
          type="url"
          autocomplete="off"
          spellcheck={false}
          maxLength={MOST}
          placeholder="https://meet.example.org/{room}"
          value={link}
          aria-invalid={shown !== null}
          aria-describedby="meeting-says"
          onInput={(event) => {
            setLink(event.currentTarget.value);
            setShown(null);
          }}
        />
        <div id="meeting-says" class="stack tight">
          {shown !== null && (
            <p class="tag care" role="alert">
              {t(shown, { room: ROOM })}
            </p>
          )}
          {shown === null && trimmed !== "" && problem === null && (
            <p class="small soft">
              {t("meeting-sample")} <span class="num sample">{trimmed.replace(ROOM, SAMPLE)}</span>
            </p>
          )}
          <p class="small soft">{t("meeting-hint", { room: ROOM })}</p>
        </div>
      </div>
      <p class="small soft reading">{t("meeting-when")}</p>
      <div class="row">
        <button type="submit" class="button main">
          {t("meeting-save")}
        </button>
      </div>
    </form>
  );
}
