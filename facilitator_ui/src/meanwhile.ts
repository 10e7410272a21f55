/** Two facilitators at one card: whoever is at it is told what the other one did, whichever of the two came first. */

import { type ReadonlySignal, effect } from "@preact/signals";

import type { ClientCommand, ConsoleView, QueueCardView } from "../../realtime/client/wire";

type CardState = QueueCardView["state"];

interface Wish {
  /** What the card is to be, and what it was when this was wished. */
  aims: CardState;
  seen: CardState;
}

export interface Meanwhile {
  wished(command: ClientCommand): void;
  refused(command: ClientCommand): void;
}

interface Options {
  desk: ReadonlySignal<ConsoleView | null>;
  /** The card that has the focus, or a panel of its own. */
  atHand: () => string | null;
  /** The id of a sentence. */
  tell: (id: string) => void;
}

const AIMS = { approve_card: "approved", hide_card: "hidden", return_card: "returned", reconsider_card: "waiting" } as const;
const ABOUT_A_CARD = (command: ClientCommand): command is Extract<ClientCommand, { t: keyof typeof AIMS }> => command.t in AIMS;

/** What goes well with a wish of one's own: what was shared is let go by anybody. */
const asWished = (aims: CardState, now: CardState): boolean => aims === now || (aims === "approved" && now === "released");

export function createMeanwhile({ desk, atHand, tell }: Options): Meanwhile {
  const wishes = new Map<string, Wish>();
  let before = new Map<string, QueueCardView>();

  const follow = (card: QueueCardView, was: QueueCardView): void => {
    const wish = wishes.get(card.id);
    if (card.rewrites !== was.rewrites) wishes.delete(card.id);
    else if (wish !== undefined && asWished(wish.aims, card.state)) {
      // Hiding always works; what it undid is said, as somebody else has just wished it.
      if (wish.aims === "hidden" && card.before !== wish.seen && (card.before === "approved" || card.before === "released")) {
        wish.seen = card.before;
        tell(`hid-${card.before}`);
      }
    } else if (card.state !== was.state && (wish !== undefined || atHand() === card.id)) {
      wishes.delete(card.id);
      tell(`refused-card-${card.state}`);
    }
  };

  effect(() => {
    const now = new Map((desk.value?.queue ?? []).map((card) => [card.id, card]));
    const last = before;
    before = now;
    for (const card of now.values()) {
      const was = last.get(card.id);
      if (was !== undefined) follow(card, was);
    }
  });

  return {
    wished(command) {
      if (ABOUT_A_CARD(command)) {
        const seen = before.get(command.card)?.state;
        if (seen !== undefined) wishes.set(command.card, { aims: AIMS[command.t], seen });
      } else if (command.t === "release_cards") {
        for (const { id, state } of before.values()) if (state === "approved") wishes.set(id, { aims: "released", seen: state });
      }
    },
    refused(command) {
      if (ABOUT_A_CARD(command)) wishes.delete(command.card);
      else if (command.t === "release_cards") for (const [id, { aims }] of wishes) if (aims === "released") wishes.delete(id);
    },
  };
}
