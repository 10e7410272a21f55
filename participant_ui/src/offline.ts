/** The page of one session, kept for a reload without a network, where a browser can: not on plain http in a room's own network. */

const WORKER = "/phone/worker.js";
/** The worker's own. */
const CACHE = "phone";

export interface Shell {
  /** `besides`: a file that is not the page's own and stays too; null: none. */
  keep(code: string, besides: string | null): void;
  forget(code: string): void;
}

const workers = (): ServiceWorkerContainer | null => ("serviceWorker" in navigator ? navigator.serviceWorker : null);
/** Of this session's address alone, so that no console, screen or other session on the same phone ever meets the worker. */
const scope = (code: string): string => `/${code}`;
/** A browser may refuse (private windows, full disks): then the help page stays for as long as the page is open, and no longer. */
const orNot = (): undefined => undefined;

async function dropped(found: ServiceWorkerContainer, code: string): Promise<void> {
  await (await found.getRegistration(scope(code)))?.unregister();
  if ((await found.getRegistrations()).length > 0) return; // another session on this phone still needs its page
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

/** The worker of a page that has just been opened does not stand between it and the network yet. */
async function keepToo(path: string): Promise<void> {
  await (await caches.open(CACHE)).add(path);
}

export const offlineShell: Shell = {
  keep(code, besides) {
    const found = workers();
    if (found === null) return;
    void found.register(WORKER, { scope: scope(code) }).catch(orNot);
    if (besides !== null) void keepToo(besides).catch(orNot);
  },
  forget(code) {
    const found = workers();
    if (found !== null) void dropped(found, code).catch(orNot);
  },
};
