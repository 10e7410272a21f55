/** A card that lies closed: under its veil, or as one line where this phone keeps such cards covered. */
import { useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { Veil } from "../../../realtime/client/wire";
import type { Here } from "../here";
import { t } from "../text";
import { closedUnder, topicsOf } from "./veils";

interface Covering {
  veils: Veil[];
  note: string;
}

/** Whether a card lies open here. What is tapped counts for this phone and this page alone. */
export function useCover(here: Here, { veils }: Covering): { begins: "covered" | "closed" | "open"; open: boolean; set: (open: boolean) => void } {
  const [tapped, setTapped] = useState<boolean | null>(null);
  const begins = here.muted.begins(veils);
  return { begins, open: tapped ?? begins === "open", set: setTapped };
}

export function Closed({ card, covered, open, as: Tag = "li" }: { card: Covering; covered: boolean; open: () => void; as?: "li" | "div" }) {
  if (covered) {
    const topics = topicsOf(card.veils);
    return (
      <Tag class="row small soft muted">
        <span class="grow">
          {topics === "" ? t("muted-heavy") : t("muted-about", { topics })} {t("muted-why")}
        </span>
        <button type="button" class="button quiet" onClick={open}>
          {t("veil-open")}
        </button>
      </Tag>
    );
  }
  return (
    <Tag class="card veiled row">
      <Icon name="veil" />
      <span class="grow">
        <strong>{closedUnder(card.veils)}</strong>{" "}
        {card.note !== "" && (
          <>
            <q class="cover-note" dir="auto">
              {card.note}
            </q>{" "}
          </>
        )}
        {t("veil-closed")}
      </span>
      <button type="button" class="button" onClick={open}>
        {t("veil-open")}
      </button>
    </Tag>
  );
}

/** The way to one's own wishes about veils, where cards are. */
export function ToVeils({ here }: { here: Here }) {
  return (
    <button type="button" class="button quiet" onClick={() => (here.over.value = "veils")}>
      <Icon name="veil" />
      {t("veils")}
    </button>
  );
}
