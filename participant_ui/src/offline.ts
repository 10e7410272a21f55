/** The page of one session, kept for a reload without a network, where a browser can: not on plain http in a room's own network. */

const WORKER = "/phone/worker.js";

export interface Shell {
  keep(code: string): void;
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

export const offlineShell: Shell = {
  keep(code) {
    void workers()?.register(WORKER, { scope: scope(code) }).catch(orNot);
  },
  forget(code) {
    const found = workers();
    if (found !== null) void dropped(found, code).catch(orNot);
  },
};
