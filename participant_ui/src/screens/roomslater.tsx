/** The door to what rooms need only now and then. It is fetched when a stage of rooms opens, long before anybody looks for it. */
import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

import type * as All from "../rooms/all";

const parts = signal<typeof All | null>(null);
const missed = signal(false);
let coming: Promise<void> | null = null;

/** `load` is another way to get them, for tests. */
export function fetchRoomParts(load: () => Promise<typeof All> = () => import("../rooms/all")): Promise<void> {
  coming ??= load().then(
    (all) => {
      parts.value = all;
      missed.value = false;
    },
    (error: unknown) => {
      coming = null; // the next one who looks asks again
      missed.value = true;
      if (!(error instanceof TypeError)) throw error; // no network: what a browser says of a script that did not come
    },
  );
  return coming;
}

/** For tests: as if the page had just been opened. */
export function forgetRoomParts(): void {
  coming = null;
  parts.value = null;
  missed.value = false;
}

interface LaterProps {
  children: (all: typeof All) => ComponentChildren;
  /** What stands there until they have come … */
  until: ComponentChildren;
  /** … and where they could not be fetched. Without: the same. */
  missing?: ComponentChildren;
}

export function Later({ children, until, missing = until }: LaterProps) {
  useEffect(() => {
    if (parts.value === null) void fetchRoomParts();
  }, []);
  return <>{parts.value !== null ? children(parts.value) : missed.value ? missing : until}</>;
}
