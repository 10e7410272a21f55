/** What an author says beside a card, in the console's words. */
import type { Translate } from "../../../realtime/client/strings";
import type { Aside } from "../../../realtime/client/wire";

/** What its author covers it with: topics, or that there are words of their own; empty where nothing. */
export function topicsOf({ veils, note }: Aside, t: Translate): string {
  const shown = veils.length === 0 && note !== "" ? (["other"] as const) : veils;
  return shown.map((veil) => t(`veil-${veil}`)).join(", ");
}
