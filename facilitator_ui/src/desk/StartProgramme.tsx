import { useState } from "preact/hooks";

import type { ProgrammeOffer, ProgrammeRowView } from "../../../realtime/client/desk";
import { Choice, Group } from "./Choice";
import type { DeskParts } from "./Desk";
import { SessionList } from "./SessionList";
import { notApproved } from "./Tender";

const TITLE_LENGTH = 80;

function About({ offer, parts: { t, view } }: { offer: ProgrammeOffer; parts: DeskParts }) {
  const off = notApproved(view, offer.sessions.flatMap(({ tender }) => tender));
  return (
    <>
      <dl class="tender-notes">
        <dt class="label">{t("programme-before")}</dt>
        <dd>{offer.before}</dd>
        <dt class="label">{t("programme-after")}</dt>
        <dd>{offer.after}</dd>
      </dl>
      {off.length > 0 && <p>{t("programme-tender-off", { titles: off.join(", ") })}</p>}
      <SessionList sessions={offer.sessions} name={t("programme-list", { title: offer.title })} t={t} />
    </>
  );
}

/** A series for one group: which, and under what name. Its sessions are made ready one by one. */
export function StartProgramme({ parts, done }: { parts: DeskParts; done: () => void }) {
  const { t, ask, view, say, fail, refresh } = parts;
  const offers = view.programmeOffers;
  const [chosen, setChosen] = useState(offers[0]?.id ?? "");
  const offer = offers.find(({ id }) => id === chosen);
  const [title, setTitle] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const named = (title ?? offer?.title ?? "").trim();

  async function start(): Promise<void> {
    if (busy) return;
    setMissing(named === "");
    if (named === "") return;
    setBusy(true);
    const answered = await ask<ProgrammeRowView>("/api/desk/programmes", { offer: chosen, title: named });
    setBusy(false);
    if ("problem" in answered) return fail(answered.problem);
    await refresh();
    done();
    say(t("done-programme", { title: named }));
  }
  return (
    <form
      class="sheet stack"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <h2 class="title">{t("programme-start-title")}</h2>
      <Group name={t("programme-which")} wide>
        {offers.map(({ id, title: name, aim, sessions, peopleMin, peopleMax }) => (
          <Choice
            key={id}
            group="programme"
            checked={id === chosen}
            name={name}
            how={
              <>
                {aim}
                <br />
                <span class="num">{t("programme-facts", { sessions: sessions.length, from: peopleMin, to: peopleMax })}</span>
              </>
            }
            onPick={() => setChosen(id)}
          />
        ))}
      </Group>
      {offer !== undefined && <About offer={offer} parts={parts} />}
      <div class="field">
        <label class="label" for="programme-title">
          {t("programme-title")}
        </label>
        <input
          id="programme-title"
          type="text"
          autocomplete="off"
          maxLength={TITLE_LENGTH}
          value={title ?? offer?.title ?? ""}
          aria-describedby="programme-title-how"
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        <p id="programme-title-how" class="small soft">
          {t("programme-title-how")}
        </p>
      </div>
      <div class="row">
        <button type="submit" class="button main" aria-disabled={busy}>
          {t("programme-start")}
        </button>
        <button type="button" class="button" onClick={done}>
          {t("programme-not-now")}
        </button>
        <p role="alert" class="tag care">
          {missing && t("programme-title-missing")}
        </p>
      </div>
    </form>
  );
}
