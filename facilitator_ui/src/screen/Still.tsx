import { inFours } from "../../../realtime/client/code";
import { CARDS_HOURS } from "../../../realtime/client/desk";
import { ErasedNow, StoredTable } from "../../../realtime/client/stored/StoredTable";
import { useStored } from "../../../realtime/client/stored/watch";
import { joinHost, joinLink, qrOf } from "../words";
import type { Views } from "./Screen";

/** Letters; a longer title is set smaller, so that the room sees all of the page. */
const SHORT_TITLE = 18;
/** Dots that stand for people, as long as a few rows are enough to see them all. */
const MOST_DOTS = 40;

export function Lobby({ shared, screen, t }: Views) {
  const link = joinLink(screen.code);
  return (
    <main class="hold big fill lobby">
      <div class="stack wide">
        <h1 class={shared.title.length > SHORT_TITLE ? "prompt long" : "prompt"} tabIndex={-1}>
          {shared.title}
        </h1>
        {shared.people > 0 && shared.people <= MOST_DOTS && (
          <div class="seats" aria-hidden="true">
            {Array.from({ length: shared.people }, (_, seat) => (
              <i key={seat} />
            ))}
          </div>
        )}
        <p class="voice lead">{t("screen-lobby", { people: shared.people })}</p>
      </div>
      {screen.locked ? (
        <p class="soft">{t("screen-locked")}</p>
      ) : (
        <div class="stack centre way-in">
          <div class="qr">
            <img src={qrOf(screen.code)} alt={t("qr", { link })} />
          </div>
          <p>
            {joinHost()}
            <br />
            <strong class="num code">{inFours(screen.code)}</strong>
          </p>
        </div>
      )}
    </main>
  );
}

export function Calm({ shared, t }: Views) {
  return (
    <main class="hold big fill still">
      <h1 class="prompt" tabIndex={-1}>
        {t("screen-calm")}
      </h1>
      <p class="voice soft lead">{t(shared.unattended ? "screen-calm-unattended" : "screen-calm-how")}</p>
    </main>
  );
}

const day = (ms: number): string => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(ms);

const nobodyAnswers = async (): Promise<null> => null;

/** The room watches what is erased: how it was after the end, and how it is then. */
export function Ended({ screen, store, t, stored = nobodyAnswers }: Views) {
  const { page, before } = useStored(() => stored(screen.code), store.closed.value);
  return (
    <main class="hold big fill still">
      <h1 class="prompt" tabIndex={-1}>
        {t("screen-ended")}
      </h1>
      {page === null || page.state === "over" ? <p class="voice soft lead">{t("screen-ended-words")}</p> : <ErasedNow page={page} t={t} moment={day} />}
      {page !== null && <StoredTable page={page} before={before} t={t} moment={day} hours={CARDS_HOURS} short />}
      <p class="soft">{t(page?.state === "over" ? "screen-stored-before" : "screen-ended-how")}</p>
    </main>
  );
}
