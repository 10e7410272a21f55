/** How long things are kept, in the units that people read. */
import { CARDS_LIVE_MS } from "../../realtime/client/wire";

const HOUR = 3_600_000;

/** After the end of a session its cards are erased when the summary is signed, and at the latest then. */
export const CARDS_HOURS = CARDS_LIVE_MS / HOUR;
