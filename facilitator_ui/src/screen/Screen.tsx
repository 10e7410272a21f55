import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import { Icon } from "../../../realtime/client/look/Icon";
import type { SessionStore } from "../../../realtime/client/store";
import type { StoredPage } from "../../../realtime/client/stored";
import { type Translate, personName } from "../../../realtime/client/strings";
import type { ScreenView, SharedView } from "../../../realtime/client/wire";
import { Door } from "../Door";
import { Practice } from "../Practice";
import { joinHost } from "../words";
import { Calm, Ended, Lobby } from "./Still";
import { AgreeScreen, RecallScreen } from "./ListScreen";
import { GuideScreen, PageScreen, QuestionScreen } from "./Stage";
import { RoomsScreen } from "./RoomsScreen";
import { TurnsScreen } from "./TurnsScreen";
import { Wall } from "./Wall";
import { headline } from "./headline";

export interface Views {
  shared: SharedView;
  screen: ScreenView;
  store: SessionStore;
  t: Translate;
  /** What is stored about the session of a code now; absent where nothing can be asked, as in the console's likeness. */
  stored?: (code: string) => Promise<StoredPage | null>;
}

/** What the room looks at. It only shows: nothing here wishes anything, and nothing undecided ever reaches it. */
export function Screen({ store, t, stored }: { store: SessionStore; t: Translate; stored?: Views["stored"] }) {
  const shared = store.shared.value;
  const screen = store.screen.value;
  return (
    <Door store={store} t={t} ready={shared !== null && screen !== null}>
      {shared !== null && screen !== null && (
        <div class="screen">
          {shared.practice && <Practice t={t} />}
          <Now shared={shared} screen={screen} store={store} t={t} {...(stored === undefined ? {} : { stored })} />
          {shared.checkIn > 0 && shared.phase !== "ended" && (
            <p class="check-in-open">
              <Icon name="phone" />
              {t("screen-check-in")}
            </p>
          )}
          {store.line.value !== "live" && shared.phase !== "ended" && (
            <footer class="from-before">
              <Icon name="offline" />
              {t("screen-reconnecting")}
            </footer>
          )}
          <Announcer shared={shared} t={t} />
        </div>
      )}
    </Door>
  );
}

function Now(views: Views) {
  const { shared } = views;
  if (shared.phase === "ended") return <Ended {...views} />;
  if (shared.calm) return <Calm {...views} />;
  if (shared.stage === null) return <Lobby {...views} />;
  return (
    <Framed {...views}>
      <OfStage {...views} />
    </Framed>
  );
}

function OfStage(views: Views) {
  const body = views.shared.stage?.body;
  switch (body?.t) {
    case "guide":
      return body.purpose === "recall" ? <RecallScreen {...views} /> : <GuideScreen {...views} body={body} />;
    case "tally":
      return <QuestionScreen {...views} picture={body.picture} input={body.input} asWords={body.asWords} />;
    case "wall":
      return body.cards.length > 0 ? <Wall {...views} body={body} /> : <QuestionScreen {...views} picture={null} input={body.input} />;
    case "journal":
      return <PageScreen {...views} />;
    case "rooms":
      return <RoomsScreen {...views} body={body} />;
    case "circle":
      return <TurnsScreen {...views} body={body} />;
    case "agree":
      return <AgreeScreen {...views} body={body} />;
    case undefined:
      return null;
  }
}

/** Where we are, and the code for whoever comes late. */
function Framed({ shared, screen, t, children }: Views & { children: ComponentChildren }) {
  return (
    <>
      <header class="bar">
        <Icon name="mark" class="mark" label={t("mark")} />
        <span class="grow">{shared.activity?.title ?? shared.title}</span>
        {screen.locked ? (
          <span>{t("screen-locked")}</span>
        ) : (
          <span>
            {t("screen-join")} <strong>{joinHost()}</strong> <strong class="num code">{inFours(screen.code)}</strong>
          </span>
        )}
      </header>
      {children}
    </>
  );
}

function turnOf(shared: SharedView, t: Translate): string | null {
  const body = shared.stage?.body;
  if (body?.t !== "circle" || body.state !== "running" || body.now === null) return null;
  return `${personName(body.now)} ${t("screen-circle-now")}`;
}

/** The only live region. At the reveal of a picture the focus goes to the page's heading, so that reading starts there. */
function Announcer({ shared, t }: { shared: SharedView; t: Translate }) {
  const [text, setText] = useState("");
  const picture = shared.stage?.body.t === "tally" && shared.stage.body.picture !== null;
  const wasRef = useRef(picture);
  const say = shared.calm ? t("screen-calm") : (turnOf(shared, t) ?? (shared.stage === null ? shared.title : headline(shared.stage)));
  useEffect(() => setText(say), [say]);
  useEffect(() => {
    if (picture && !wasRef.current) document.querySelector<HTMLElement>(".screen h1")?.focus();
    wasRef.current = picture;
  }, [picture]);
  return (
    <p role="status" class="hidden">
      {text}
    </p>
  );
}
