/**
 * The printed link: `/console#<secret>`. The secret stands in the fragment, which no browser sends anywhere; the page keeps it for
 * as long as the tab lives and takes it out of the address, so that a shared or photographed window does not show it.
 */

import type { Store } from "../../realtime/client/storage";
import type { TicketProof } from "../../realtime/client/wire";

const KEPT = "holdspace-link-";

/** The secret of this page, from the address or from an earlier load of the same tab; null when the link was never opened. */
export function takeSecret(page: "console" | "screen" | "desk", kept: Store): string | null {
  const fragment = location.hash.slice(1);
  if (fragment === "") return kept.get(KEPT + page);
  kept.set(KEPT + page, fragment);
  history.replaceState(null, "", location.pathname + location.search);
  return fragment;
}

/**
 * A link opened in a tab that already shows this page changes the fragment only, and no browser loads anything for that: its secret
 * is taken and the page begins anew. Gives what ends the watch.
 */
export function followLinks(page: "console" | "screen" | "desk", kept: Store, beginAnew: () => void = () => location.reload()): () => void {
  const follow = (): void => {
    if (location.hash.length < 2) return;
    takeSecret(page, kept);
    beginAnew();
  };
  window.addEventListener("hashchange", follow);
  return () => window.removeEventListener("hashchange", follow);
}

/**
 * One ticket for one attempt to connect; null when the link will never work again, because its session has ended or its secret is
 * wrong. Raises an `Error` when nothing answers or the server asks for time: the next attempt comes later by itself.
 */
export async function trade(secret: string, ask: typeof fetch = fetch): Promise<TicketProof | null> {
  const answer = await ask("/api/ticket", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ secret }),
    cache: "no-store",
  });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`no ticket: ${answer.status}`);
  const { ticket } = (await answer.json()) as { ticket: string };
  return { t: "ticket", ticket };
}
