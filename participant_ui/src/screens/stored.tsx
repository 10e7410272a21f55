/** What is stored about the session now, in plain words, and what was erased in front of the group. */
import type { StoredPage } from "../../../realtime/client/stored";
import { SignedLine } from "../../../realtime/client/stored/SignedLine";
import { ErasedNow, StoredTable } from "../../../realtime/client/stored/StoredTable";
import { useStored, type Watched } from "../../../realtime/client/stored/watch";
import { announce, useAnnounced } from "../announce";
import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { CARDS_HOURS } from "../kept";
import { locale } from "../language";
import { t } from "../text";
import { Back } from "./back";

/** "1 December 2026, 20:41" */
const moment = (ms: number): string => new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(ms);
const day = (ms: number): string => new Intl.DateTimeFormat(locale(), { dateStyle: "long" }).format(ms);

function Told({ watched: { page, before, failed, readMs, again } }: { watched: Watched }) {
  if (page === null) return <p class="soft">{t(failed ? "stored-failed" : "stored-loading")}</p>;
  return (
    <>
      {failed && <p class="banner care">{t("stored-failed")}</p>}
      <p class="small soft">{t(page.state === "open" ? "stored-hidden" : "stored-unnumbered")}</p>
      <StoredTable page={page} before={before} t={t} moment={moment} hours={CARDS_HOURS} />
      <p class="row small soft">
        <span class="grow">{t("stored-read", { when: moment(readMs) })}</span>
        <button type="button" class="button quiet" onClick={() => void again()}>
          {t("stored-again")}
        </button>
      </p>
    </>
  );
}

/** That it is erased, and the line to keep; nothing before. */
function Erased({ page }: { page: StoredPage | null }) {
  if (page === null) return null;
  return (
    <>
      <ErasedNow page={page} t={t} moment={moment} />
      <SignedLine page={page} t={t} day={day} say={announce} />
    </>
  );
}

/** Over the task, while the session runs and after it. */
export function StoredScreen({ here }: { here: Here }) {
  const watched = useStored(here.stored, here.session.store.closed.value);
  return (
    <Frame here={here} where={t("stored-short")} foot={<Back here={here} />}>
      <Heading of="stored">{t("stored")}</Heading>
      <Erased page={watched.page} />
      <Told watched={watched} />
    </Frame>
  );
}

/** At the end: one line that opens, and by itself what was erased. `moved`: the line to the session was closed. */
export function StoredNow({ read, moved = null }: { read: Here["stored"]; moved?: unknown }) {
  const watched = useStored(read, moved);
  const { page } = watched;
  const erasing = page?.state === "erasing" ? t("stored-erasing-lead") : "";
  const now = page?.state === "erased" ? t("stored-erased-lead", { when: moment(page.erasedMs ?? page.dayMs) }) : erasing;
  useAnnounced(now);
  return (
    <section class="sheet stack tight" aria-label={t("stored-short")}>
      <Erased page={page} />
      <details open={watched.before !== null && now !== ""}>
        <summary>{t("stored-short")}</summary>
        <div class="stack">
          <Told watched={watched} />
        </div>
      </details>
    </section>
  );
}
