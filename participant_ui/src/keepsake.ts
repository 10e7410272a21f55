/** What somebody may take home: own pages, own cards, the agreements. One file, made on this phone and nowhere else. */
import type { CardState } from "./mycards";
import type { Page } from "./pages";

export interface KeptCard {
  prompt: string;
  labels: string[];
  text: string | null;
  state: CardState;
}

export interface Keepsake {
  title: string;
  pages: Page[];
  cards: KeptCard[];
  agreements: string[];
  /** The four words of one's place in a programme. */
  words?: string[];
}

/** Whether it holds something of its person: agreements alone are no reason to keep a file. */
export const hasOwn = ({ pages, cards }: Keepsake): boolean => pages.length > 0 || cards.some(({ text }) => text !== null);
