/** The door to the drawn inputs: they are fetched while nothing else is to do, and there are words until they have come. */
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

import type { InputView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { t } from "../text";
import type * as All from "./all";
import type { Drawn, DrawnType } from "./values";

/** Milliseconds after which a page that has opened counts as having nothing else to do, where the browser does not say so. */
const IDLE_AFTER = 2000;

const inputs = signal<typeof All | null>(null);
const missed = signal(false);
let coming: Promise<void> | null = null;

/** `load` is another way to get them, for tests. */
export function fetchDrawn(load: () => Promise<typeof All> = () => import("./all")): Promise<void> {
  missed.value = false;
  coming ??= load().then(
    (all) => {
      inputs.value = all;
    },
    (error: unknown) => {
      coming = null;
      missed.value = true;
      if (!(error instanceof TypeError)) throw error; // no network: what a browser says of a script that did not come
    },
  );
  return coming;
}

/** For tests: as if the page had just been opened. */
export function forgetDrawn(): void {
  coming = null;
  inputs.value = null;
  missed.value = false;
}

/** Fetches them once the page has nothing else to do. Returns how to call it off. */
export function fetchWhenIdle(): () => void {
  if ("requestIdleCallback" in window) {
    const idle = window.requestIdleCallback(() => void fetchDrawn(), { timeout: IDLE_AFTER });
    return () => window.cancelIdleCallback(idle);
  }
  const timer = setTimeout(() => void fetchDrawn(), IDLE_AFTER);
  return () => clearTimeout(timer);
}

const loadAgain = (): void => window.location.reload();

interface FetchedProps {
  children: (all: typeof All) => ComponentChildren;
  /** Some browsers remember that a script did not come: then only loading the page again helps. Drafts are kept. */
  reload?: () => void;
}

/** What needs the fetched inputs, and words until they are there. */
export function Fetched({ children, reload = loadAgain }: FetchedProps) {
  useEffect(() => {
    if (inputs.value === null && !missed.value) void fetchDrawn();
  }, []);
  const all = inputs.value;
  useAnnounced(all === null && missed.value ? t("drawn-missed") : "");
  if (all !== null) return <>{children(all)}</>;
  return missed.value ? (
    <div class="stack tight">
      <p>{t("drawn-missed")}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => void fetchDrawn().then(() => inputs.value === null && reload())}>
          {t("door-again")}
        </button>
      </div>
    </div>
  ) : (
    <p class="soft">{t("drawn-coming")}</p>
  );
}

interface DrawnProps {
  asked: InputView & { type: DrawnType };
  value: Drawn;
  onChange: (part: Partial<Drawn>) => void;
  disabled?: boolean;
  reload?: () => void;
}

export function DrawnInput({ asked, value, onChange, disabled = false, reload }: DrawnProps) {
  return (
    <Fetched reload={reload}>
      {(all) => {
        switch (asked.type) {
          case "point":
            return <all.PointInput asked={asked} value={value.point} onChange={(point) => onChange({ point })} disabled={disabled} />;
          case "rings":
            return <all.RingsInput asked={asked} value={value.rings} onChange={(rings) => onChange({ rings })} disabled={disabled} />;
          case "line":
            return <all.LineInput asked={asked} value={value.line} onChange={(line) => onChange({ line })} disabled={disabled} />;
        }
      }}
    </Fetched>
  );
}
