/** What an author says beside a card. */
import { VEILS, type Aside } from "./wire";

export const NO_ASIDE: Aside = { veils: [], note: "", nameable: false };
/** As long as it can be, but for the letters of its note. */
export const LONGEST_ASIDE: Aside = { veils: [...VEILS], note: "", nameable: false };
