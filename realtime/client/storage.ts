/** What this phone keeps. A browser may refuse storage (private windows, full disks): then it lives as long as the page. */

export interface Store {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

/** Storage that never throws: every value also stands in memory, so that a full disk loses nothing while the page is open. */
export function keptIn(open: () => Storage): Store {
  const memory = new Map<string, string>();
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(open());
    } catch (error) {
      if (error instanceof DOMException) return otherwise;
      throw error;
    }
  };
  return {
    get: (key) => attempt((storage) => storage.getItem(key), null) ?? memory.get(key) ?? null,
    set(key, value) {
      memory.set(key, value);
      attempt((storage) => storage.setItem(key, value), undefined);
    },
    remove(key) {
      memory.delete(key);
      attempt((storage) => storage.removeItem(key), undefined);
    },
    keys: () => [...new Set([...attempt((storage) => Object.keys(storage), []), ...memory.keys()])],
  };
}

/** Outlives the tab: the seat key and the answer counter, nothing that a person wrote. */
export const longKept: Store = keptIn(() => window.localStorage);
/** Ends with the tab: drafts, held answers, card keys. */
export const tabKept: Store = keptIn(() => window.sessionStorage);
