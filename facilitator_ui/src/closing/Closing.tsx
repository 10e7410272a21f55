import { useEffect, useRef, useState } from "preact/hooks";

import type { SummaryPage } from "../../../realtime/client/desk";
import { Icon } from "../../../realtime/client/look/Icon";
import { tabKept } from "../../../realtime/client/storage";
import type { Translate } from "../../../realtime/client/strings";
import { Dialog } from "../console/Dialog";
import { takeSecret } from "../link";
import { type Answered, type Ask, asking, type Problem, PROBLEMS } from "./ask";
import "./closing.css";
import { Nameable, useNameable } from "./Nameable";
import { StoredAtEnd, useStoredAt } from "./Stored";
import { LeftOutList, SummaryView } from "./SummaryView";
import { ThemeEditor, fits, themesOf, wallsOf, type Writing } from "./Themes";
import { moment } from "./times";

/** The doors of the closing, with the secret of this tab's console link. */
export function askFromConsole(): Ask {
  return asking(takeSecret("console", tabKept) ?? "");
}

/** Under how the published page stands: what a session was, for reading and printing. Nothing here changes anything. */
export function Published({ page, t, level = 1 }: { page: SummaryPage; t: Translate; level?: 1 | 2 }) {
  return (
    <article class="page summary">
      <div class="row no-print">
        <Icon name="mark" class="mark" label={t("mark")} />
        <span class="grow soft">{t("closing-published")}</span>
        <button type="button" class="button" onClick={() => window.print()}>
          <Icon name="print" />
          {t("closing-print")}
        </button>
      </div>
      <SummaryView page={page} t={t} level={level} />
      {page.summary.people !== null && <LeftOutList summary={page.summary} t={t} level={level} />}
      <p class="small soft">{page.signedMs === null ? t("closing-unsigned") : t("closing-signed", { when: moment(page.signedMs) })}</p>
    </article>
  );
}

function SignDialog({ page, t, busy, onClose, onSign }: { page: SummaryPage; t: Translate; busy: boolean; onClose: () => void; onSign: () => void }) {
  return (
    <Dialog title={t("closing-sign-title")} onClose={onClose}>
      <ul class="stack tight">
        <li>{t("closing-sign-cards")}</li>
        <li>{t("closing-sign-stays")}</li>
        {page.cardsUntilMs !== null && <li>{t("closing-sign-until", { when: moment(page.cardsUntilMs) })}</li>}
        <li>{t("closing-sign-names")}</li>
      </ul>
      <div class="row">
        <button type="button" class="button" onClick={onClose}>
          {t("closing-sign-no")}
        </button>
        <button type="button" class="button main" aria-disabled={busy} onClick={() => !busy && onSign()}>
          {t(busy ? "closing-signing" : "closing-sign-yes")}
        </button>
      </div>
    </Dialog>
  );
}

interface Draft {
  page: SummaryPage;
  walls: Writing[];
  changed: boolean;
}

const draftOf = (page: SummaryPage, t: Translate): Draft => ({ page, walls: wallsOf(page, t("closing-wall")), changed: false });

/** After the end: themes, the preview of exactly what will be published, and the signature. */
export function Closing({ t, ask }: { t: Translate; ask?: Ask }) {
  const [asks] = useState(() => ask ?? askFromConsole());
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [signing, setSigning] = useState(false);
  const titleRef = useRef<HTMLHeadingElement>(null);
  const nameable = useNameable(asks, draft?.page ?? null);
  const watched = useStoredAt(asks, "/api/closing/stored", draft?.page.version);

  function take(answered: Answered<SummaryPage>): SummaryPage | null {
    setBusy(false);
    if ("problem" in answered) {
      setProblem(answered.problem);
      return null;
    }
    setProblem(null);
    setDraft(draftOf(answered.got, t));
    return answered.got;
  }
  const load = async () => take(await asks<SummaryPage>("/api/closing"));
  const loadRef = useRef(load);
  useEffect(() => void loadRef.current(), []);
  const loaded = draft !== null;
  useEffect(() => {
    if (loaded) titleRef.current?.focus();
  }, [loaded]);

  async function save(): Promise<SummaryPage | null> {
    if (draft === null || !fits(draft.walls)) {
      setProblem("theme_too_long");
      return null;
    }
    setBusy(true);
    return take(await asks<SummaryPage>("/api/closing/themes", { themes: themesOf(draft.walls) }));
  }

  async function sign(): Promise<void> {
    if (draft === null) return;
    setBusy(true);
    const answered = await asks<SummaryPage>("/api/closing/sign", { version: draft.page.version, themes: draft.page.themes });
    setSigning(false);
    take(answered);
    // Somebody else may have signed it or written other themes meanwhile: what stands now is shown, with the reason.
    if ("problem" in answered && answered.problem === "wrong_state") {
      await load();
      setProblem("wrong_state");
    }
    // The reason stands at the top of a long page, and what changed above the button that was pressed.
    if ("problem" in answered) titleRef.current?.focus();
  }

  /** What is signed is what the preview shows: themes that are not in it yet go in first, to be read once more. */
  async function askToSign(): Promise<void> {
    if (draft?.changed === true && (await save()) === null) return;
    setSigning(true);
  }

  // What was erased has no draft any more; what was published stands.
  const erased = (): void => {
    setDraft(null);
    void load();
  };
  const stored = <StoredAtEnd ask={asks} t={t} watched={watched} done={erased} />;
  const gone = watched.page?.state === "erasing" || watched.page?.state === "erased";
  if (draft === null && problem === "wrong_state" && gone)
    return (
      <main class="page closing">
        <header class="stack">
          <h1 class="prompt" tabIndex={-1} ref={titleRef}>
            {t(watched.page?.retentionDays === 0 ? "no-trace-title" : "erased-title")}
          </h1>
          {watched.page?.retentionDays === 0 && <p>{t("no-trace-how")}</p>}
        </header>
        {stored}
      </main>
    );
  const said = (
    <div role="status" class={problem === null ? "hidden" : "banner care"}>
      {problem !== null && t(PROBLEMS[problem])}
    </div>
  );
  if (draft === null)
    return (
      <main class="page closing">
        <h1 class="prompt" tabIndex={-1}>
          {t("closing-title")}
        </h1>
        {said}
        {problem === null ? (
          <p>{t("closing-loading")}</p>
        ) : (
          <button type="button" class="button main fits" onClick={() => void load()}>
            {t("closing-again")}
          </button>
        )}
      </main>
    );
  if (draft.page.version > 0)
    return (
      <main>
        {said}
        <Published page={draft.page} t={t} />
        <div class="page closing">{stored}</div>
      </main>
    );
  const { page, walls, changed } = draft;
  const written = themesOf(walls).some(({ themes }) => themes.length > 0);
  const change = (stage: number, themes: string[]) =>
    setDraft({ page, walls: walls.map((wall) => (wall.stage === stage ? { ...wall, themes } : wall)), changed: true });
  return (
    <main class="page closing">
      <header class="stack">
        <h1 class="prompt" tabIndex={-1} ref={titleRef}>
          {t("closing-title")}
        </h1>
        <p class="lead">{t("closing-lead")}</p>
        {said}
      </header>
      {page.summary.people !== null && (
        <div class="stack closing-themes">
          <h2 class="title">{t("closing-themes")}</h2>
          {walls.length === 0 ? (
            <p>{t("closing-no-walls")}</p>
          ) : (
            <>
              <p class="banner">{t("closing-themes-how")}</p>
              {walls.map((wall) => (
                <ThemeEditor key={wall.stage} wall={wall} t={t} onChange={(themes) => change(wall.stage, themes)}>
                  <Nameable wall={nameable.find(({ stage }) => stage === wall.stage)} t={t} />
                </ThemeEditor>
              ))}
              <p class="row">
                <button type="button" class="button" aria-disabled={busy} onClick={() => !busy && void save()}>
                  {t("closing-themes-save")}
                </button>
                <span class="small soft">{t(changed ? "closing-themes-changed" : written ? "closing-themes-kept" : "closing-themes-none")}</span>
              </p>
            </>
          )}
        </div>
      )}
      <div class="stack">
        <h2 class="title">{t("closing-preview")}</h2>
        <div class="closing-both">
          <article class="sheet summary">
            <SummaryView page={page} t={t} level={2} />
          </article>
          <div class="beside">
            <LeftOutList summary={page.summary} t={t} level={2} />
          </div>
        </div>
      </div>
      <footer class="stack tight">
        <button type="button" class="button main fits" aria-disabled={busy} onClick={() => !busy && void askToSign()}>
          {t("closing-sign")}
        </button>
        <p class="small soft">{t("closing-sign-how")}</p>
        {page.cardsUntilMs !== null && <p class="small soft">{t("closing-sign-until", { when: moment(page.cardsUntilMs) })}</p>}
      </footer>
      {stored}
      {signing && <SignDialog page={page} t={t} busy={busy} onClose={() => setSigning(false)} onSign={() => void sign()} />}
    </main>
  );
}
