import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

import { NO_PROOF } from "../../realtime/client/connection";
import type { Closed, SessionStore } from "../../realtime/client/store";
import type { Translate } from "../../realtime/client/strings";
import { Notice } from "./Notice";

const ENDED = 4410;
const VERSION = 4402;

/** Why this page will not come back by itself, and what helps. */
export function ClosedNotice({ closed, t }: { closed: Closed; t: Translate }) {
  const again = (
    <button type="button" class="button main" onClick={() => location.reload()}>
      {t("load-again")}
    </button>
  );
  switch (closed.code) {
    case NO_PROOF:
      return (
        <Notice title={t("link-ended-title")} mark={t("mark")}>
          <p>{t("link-ended")}</p>
        </Notice>
      );
    case ENDED:
      return (
        <Notice title={t("closed-ended-title")} mark={t("mark")}>
          <p>{t("closed-ended")}</p>
        </Notice>
      );
    case VERSION:
      return (
        <Notice title={t("closed-version-title")} mark={t("mark")}>
          <p>{t("closed-version")}</p>
          {again}
        </Notice>
      );
    default:
      return (
        <Notice title={t("closed-other-title")} mark={t("mark")}>
          <p>{t("closed-other", { reason: closed.reason })}</p>
          {again}
        </Notice>
      );
  }
}

export function MissingLink({ t }: { t: Translate }) {
  return (
    <Notice title={t("link-missing-title")} mark={t("mark")}>
      <p>{t("link-missing")}</p>
    </Notice>
  );
}

/** Shows its children once there is something to show, and until the line has ended for good. An ended session keeps its last page. */
export function Door({ store, t, ready, children }: { store: SessionStore; t: Translate; ready: boolean; children: ComponentChildren }) {
  const closed = store.closed.value;
  const title = store.shared.value?.title;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Holdspace`;
  }, [title]);
  const over = store.shared.value?.phase === "ended";
  if (closed !== null && !(over && ready)) return <ClosedNotice closed={closed} t={t} />;
  if (!ready) return <Notice title={t("connecting")} mark={t("mark")} />;
  return <>{children}</>;
}
