/** Bar, one thing, foot. Rest and Help never move, and nothing covers them. */
import type { ComponentChildren } from "preact";

import { Banner } from "../../realtime/client/look/Banner";
import type { HeldAnswer } from "../../realtime/client/held";
import { Icon } from "../../realtime/client/look/Icon";
import { useAnnounced } from "./announce";
import type { Here } from "./here";
import { t } from "./text";

interface FrameProps {
  here: Here;
  /** Said instead of the activity's title. */
  where?: string;
  foot?: ComponentChildren;
  children: ComponentChildren;
}

export function Bar({ where, practice, children }: { where: string; practice: boolean; children?: ComponentChildren }) {
  return (
    <header>
      <div class="bar">
        <Icon name="mark" class="mark" />
        <span class="grow">{where}</span>
        {children}
      </div>
      {practice && (
        <p class="practice">
          <strong>{t("practice-lead")}</strong> {t("practice-more")}
        </p>
      )}
    </header>
  );
}

function InSessionBar({ here, where }: { here: Here; where?: string }) {
  const { shared, seat } = here.session.store;
  const canRest = seat.value?.state === "here" && shared.value?.phase !== "ended";
  const title = where ?? shared.value?.activity?.title ?? shared.value?.title ?? t("product");
  return (
    <Bar where={title} practice={shared.value?.practice ?? false}>
      {canRest && (
        <button type="button" class="button quiet" onClick={() => void here.wish({ t: "rest" })}>
          <Icon name="rest" />
          {t("rest")}
        </button>
      )}
      {here.over.value !== "help" && (
        <button type="button" class="button quiet" onClick={() => (here.over.value = "help")}>
          <Icon name="help" />
          {t("help")}
        </button>
      )}
    </Bar>
  );
}

/** One at a time: a lost line first, then why a wish was not granted. */
function State({ here }: { here: Here }) {
  const line = here.session.store.line.value;
  const notice = here.notice.value;
  const away = line === "reconnecting";
  useAnnounced(away ? `${t("reconnecting-lead")} ${t("reconnecting")}` : line === "live" ? t("line-back") : "");
  useAnnounced(notice === null ? "" : t(notice));
  if (away)
    return (
      <Banner icon="offline">
        <strong>{t("reconnecting-lead")}</strong> {t("reconnecting")}
        {notice !== null && ` ${t(notice)}`}
      </Banner>
    );
  return notice === null ? null : (
    <Banner icon="warn" tone="care">
      {t(notice)}
    </Banner>
  );
}

/** What became of an answer to a stage that this phone slept past, for as long as nobody here has read it. */
export function earlierNews(here: Here): string {
  const { held, store } = here.session;
  const state: HeldAnswer["state"] | undefined = held.earlierBadNews(store.shared.value?.stage?.run ?? null)?.state;
  if (state === undefined) return "";
  return t(state === "unconfirmed" ? "earlier-unconfirmed" : "earlier-lost");
}

function Earlier({ here }: { here: Here }) {
  const news = earlierNews(here);
  if (news === "") return null;
  return (
    <p class="row small soft">
      <span class="grow">{news}</span>
      <button type="button" class="button quiet" onClick={() => here.session.held.tell()}>
        {t("earlier-noted")}
      </button>
    </p>
  );
}

export function Frame({ here, where, foot, children }: FrameProps) {
  return (
    <div class="phone">
      <InSessionBar here={here} where={where} />
      <main>
        <State here={here} />
        <Earlier here={here} />
        {children}
      </main>
      {foot !== undefined && <footer class="foot">{foot}</footer>}
    </div>
  );
}
