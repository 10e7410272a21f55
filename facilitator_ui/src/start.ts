/** What both pages do first: take the secret out of the address, trade it for tickets, open the line. */

import { type Session, openSession, socketUrl } from "../../realtime/client/session";
import { tabKept } from "../../realtime/client/storage";
import { followLinks, takeSecret, trade } from "./link";

/** The path of the server's websocket. */
export const SOCKET = "/ws";

/** null when this tab was never opened by a printed link. */
export function start(page: "console" | "screen"): Session | null {
  followLinks(page, tabKept);
  const secret = takeSecret(page, tabKept);
  if (secret === null) return null;
  return openSession({ url: socketUrl(SOCKET), proof: () => trade(secret), code: page });
}
