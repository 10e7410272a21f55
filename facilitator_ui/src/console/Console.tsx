import { Icon } from "../../../realtime/client/look/Icon";
import type { ConsoleView, SharedView } from "../../../realtime/client/wire";
import { Door } from "../Door";
import { Notice } from "../Notice";
import { Practice } from "../Practice";
import type { Doing } from "../doing";
import { useKeys } from "../keys";
import { useNarrow } from "../narrow";
import { Besides, ClosedPicture, Counts, Guide, Heading, Script } from "./Activity";
import { DoingContext, useDoing } from "./context";
import { LiveRegion } from "./LiveRegion";
import { NextButton, pressNext } from "./NextButton";
import { nextStep } from "./next";
import { Panels } from "./Panels";
import { Eyes, People, PeopleCounts } from "./People";
import { Plan } from "./Plan";
import { Queue } from "./Queue";
import { Rooms } from "./Rooms";
import { CalmButton, PhoneBar, TopBar } from "./TopBar";

interface Views {
  desk: ConsoleView;
  shared: SharedView;
}

/** The facilitators' page. Everything it needs comes in by `doing`: nothing here opens a line or reads an address. */
export function Console({ doing }: { doing: Doing }) {
  const desk = doing.store.desk.value;
  const shared = doing.store.shared.value;
  return (
    <DoingContext.Provider value={doing}>
      <Door store={doing.store} t={doing.t} ready={desk !== null && shared !== null}>
        {desk !== null && shared !== null && <Desk desk={desk} shared={shared} />}
      </Door>
    </DoingContext.Provider>
  );
}

function Desk({ desk, shared }: Views) {
  const doing = useDoing();
  const narrow = useNarrow();
  const toggle = (panel: "join" | "keys") => () => {
    doing.open(doing.panel.peek() === panel ? null : panel);
  };
  useKeys(
    {
      " ": () => pressNext(doing, nextStep(desk, shared, doing.t)),
      h: () => doing.act({ t: shared.calm ? "resume_room" : "calm_room" }),
      j: toggle("join"),
      "?": toggle("keys"),
    },
    ["j", "?"],
  );
  if (shared.phase === "ended") return <Ended shared={shared} />;
  return (
    <>
      {narrow ? <OnPhone desk={desk} shared={shared} /> : <OnDesk desk={desk} shared={shared} />}
      <LiveRegion shared={shared} />
      <Panels desk={desk} shared={shared} />
    </>
  );
}

function Banners({ shared }: { shared: SharedView }) {
  const { t, store } = useDoing();
  return (
    <>
      {shared.practice && <Practice t={t} />}
      {store.line.value !== "live" && (
        <p class="banner night line-off">
          <Icon name="offline" />
          <span>
            <strong>{t("reconnecting-title")}</strong> {t("reconnecting")}
          </span>
        </p>
      )}
    </>
  );
}

function OnDesk({ desk, shared }: Views) {
  const { t } = useDoing();
  return (
    <div class="console">
      <header class="above">
        <Banners shared={shared} />
        <TopBar desk={desk} shared={shared} />
      </header>
      <nav class="plan" aria-label={t("plan")}>
        <Plan desk={desk} shared={shared} />
      </nav>
      <main class="desk">
        <Heading desk={desk} shared={shared} />
        <NextButton desk={desk} shared={shared} />
        <Besides desk={desk} shared={shared} />
        <Counts desk={desk} shared={shared} />
        <Guide shared={shared} />
        <ClosedPicture desk={desk} shared={shared} />
        <Rooms desk={desk} shared={shared} />
        <Queue desk={desk} shared={shared} />
        <Script desk={desk} />
      </main>
      <aside class="side" aria-label={t("people-list")}>
        <People desk={desk} shared={shared} />
        <Eyes shared={shared} />
      </aside>
    </div>
  );
}

function OnPhone({ desk, shared }: Views) {
  return (
    <div class="phone">
      <header class="above">
        <Banners shared={shared} />
        <PhoneBar desk={desk} shared={shared} />
      </header>
      <main>
        <Heading desk={desk} shared={shared} />
        <Counts desk={desk} shared={shared} />
        <PeopleCounts desk={desk} />
        <Guide shared={shared} />
        <ClosedPicture desk={desk} shared={shared} />
        <Rooms desk={desk} shared={shared} />
        <Queue desk={desk} shared={shared} single />
        <Script desk={desk} brief />
        <Besides desk={desk} shared={shared} />
      </main>
      <footer class="foot">
        <NextButton desk={desk} shared={shared} />
        {!shared.calm && <CalmButton shared={shared} short />}
      </footer>
    </div>
  );
}

function Ended({ shared }: { shared: SharedView }) {
  const { t } = useDoing();
  return (
    <>
      {shared.practice && <Practice t={t} />}
      <Notice title={t("closed-ended-title")} mark={t("mark")}>
        <p>{t("closed-ended")}</p>
      </Notice>
    </>
  );
}
