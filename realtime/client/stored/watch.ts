/** What is stored, read anew while it can change in front of somebody: after the end, until it is erased. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import type { StoredPage } from "../stored";

export interface Watched {
  page: StoredPage | null;
  /** How it stood after the end and before it was erased, where this page has seen that. */
  before: StoredPage | null;
  /** The last reading brought nothing. */
  failed: boolean;
  readMs: number;
  again: () => Promise<void>;
}

/** Milliseconds between two readings, by what was read last. What is open changes by somebody's own wish; what is erased never. */
const EVERY: Record<StoredPage["state"], number | null> = { open: null, over: 10_000, erasing: 1_500, erased: null };
const FAILED_EVERY = 5_000;

/** `moved`: whatever says that something may have happened, such as a line that was closed. */
export function useStored(read: () => Promise<StoredPage | null>, moved: unknown = null): Watched {
  const [watched, setWatched] = useState<Omit<Watched, "again">>({ page: null, before: null, failed: false, readMs: 0 });
  const readRef = useRef(read);
  useLayoutEffect(() => {
    readRef.current = read;
  });
  const aliveRef = useRef(true);
  const again = useCallback(async () => {
    const page = await readRef.current();
    if (!aliveRef.current) return;
    setWatched((was) =>
      page === null ? { ...was, failed: true } : { page, before: page.state === "over" ? page : was.before, failed: false, readMs: Date.now() },
    );
  }, []);
  useEffect(() => {
    aliveRef.current = true;
    return () => void (aliveRef.current = false);
  }, []);
  useEffect(() => void again(), [again, moved]);
  useEffect(() => {
    const wait = watched.failed ? FAILED_EVERY : watched.page === null ? null : EVERY[watched.page.state];
    if (wait === null) return undefined;
    const timer = setInterval(() => document.visibilityState === "visible" && void again(), wait);
    return () => clearInterval(timer);
  }, [again, watched]);
  return { ...watched, again };
}
