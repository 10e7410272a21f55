/** What I wrote today: own cards with what became of each, notes about them, own pages. On this phone only, gone in one tap and an answer. */
import { useEffect, useRef, useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import { announce, useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { hasOwn } from "../keepsake";
import { saveFile } from "../keeping/save";
import { t } from "../text";
import { TruthOf } from "../truth";
import { Back } from "./back";
import { CardList } from "./cards";
import { holds, KeepOrWipe, PageShown } from "./pages";

/** Asked once more, because nobody can undo it: with what it takes away besides the words. */
function Wiping({ here, done, keep }: { here: Here; done: () => void; keep: () => void }) {
  const cards = here.cards.inReach;
  const asks = useRef<HTMLHeadingElement>(null);
  useEffect(() => asks.current?.focus(), []);
  return (
    <section class="sheet stack" aria-label={t("written-wipe")}>
      <h2 class="title" tabIndex={-1} ref={asks}>
        {t("written-wipe-ask")}
      </h2>
      <p>{t("written-wipe-what")}</p>
      {cards > 0 && <p>{t("written-wipe-cards", { cards })}</p>}
      <div class="segments">
        <button type="button" class="button" onClick={keep}>
          {t("written-wipe-not")}
        </button>
        <button type="button" class="button care" onClick={done}>
          {t("wipe")}
        </button>
      </div>
    </section>
  );
}

/** While the session goes on: a file of it, or all of it gone. */
function SaveOrWipe({ here }: { here: Here }) {
  const { keepsake } = here;
  const [state, setState] = useState<"asking" | "saved" | "wiped" | null>(null);
  useAnnounced(state === "saved" ? t("save-done") : "");
  // What had the focus is gone after an answer: it goes to what stands there then.
  const offer = useRef<HTMLButtonElement>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === "asking") (state === "wiped" ? said : offer).current?.focus();
    before.current = state;
  }, [state]);
  const wipe = (): void => {
    here.wipeWritten();
    setState("wiped");
    announce(t("written-wiped"));
  };
  if (state === "asking") return <Wiping here={here} done={wipe} keep={() => setState(null)} />;
  if (state === "wiped" && !here.hasWritten) return (
      <p class="strong" tabIndex={-1} ref={said}>
        {t("written-wiped")}
      </p>
    );
  return (
    <section class="stack tight" aria-label={t("written-keep")}>
      {hasOwn(keepsake) && <p class="small soft">{holds(keepsake)}</p>}
      <div class="segments">
        {hasOwn(keepsake) && (
          <button
            type="button"
            class="button"
            onClick={() => {
              saveFile(keepsake);
              setState("saved");
            }}
          >
            <Icon name="save" />
            {t("save")}
          </button>
        )}
        {here.hasWritten && (
          <button type="button" class="button" ref={offer} onClick={() => setState("asking")}>
            {t("written-wipe")}
          </button>
        )}
      </div>
      {hasOwn(keepsake) && <p class="small soft">{t(state === "saved" ? "save-done" : "save-where")}</p>}
    </section>
  );
}

export function WrittenScreen({ here }: { here: Here }) {
  const { pages } = here.keepsake;
  const cards = here.cards.all.length;
  return (
    <Frame here={here} where={t("written")} foot={<Back here={here} />}>
      <Heading of="written">{t("written-heading")}</Heading>
      {cards + pages.length === 0 && <p class="soft">{t("written-none")}</p>}
      {cards > 0 && (
        <section class="stack" aria-labelledby="written-cards">
          <h2 class="label" id="written-cards">
            {t("cards")}
          </h2>
          <CardList cards={here.cards} truth={<TruthOf route="other_words" here={here} />} />
        </section>
      )}
      {pages.length > 0 && (
        <section class="stack" aria-labelledby="written-pages">
          <h2 class="label" id="written-pages">
            {t("pages")}
          </h2>
          <ul class="stack">
            {pages.map((page) => (
              <PageShown key={page.stage} page={page} />
            ))}
          </ul>
        </section>
      )}
      {cards + pages.length > 0 && <TruthOf route="written" here={here} />}
      {here.onlyHere ? <KeepOrWipe here={here} /> : <SaveOrWipe here={here} />}
    </Frame>
  );
}
