/** What the shared screen says instead of a veiled card's words. */
import type { Translate } from "../../../realtime/client/strings";
import type { CardView, Veil } from "../../../realtime/client/wire";

const TOPICS: Record<Exclude<Veil, "other">, string> = {
  addiction: "screen-topic-addiction",
  family: "screen-topic-family",
  illness: "screen-topic-illness",
  loss: "screen-topic-loss",
  "self-harm": "screen-topic-self-harm",
  separation: "screen-topic-separation",
  sexuality: "screen-topic-sexuality",
  violence: "screen-topic-violence",
};

export function veiledAs({ veils, note }: Pick<CardView, "veils" | "note">, t: Translate): string {
  const named = veils.flatMap((veil) => (veil === "other" ? [] : [t(TOPICS[veil])]));
  const topics = new Intl.ListFormat("en", { type: "conjunction" }).format(named);
  const touches = topics === "" ? t("screen-veiled-heavy") : t("screen-veiled", { topics });
  return [touches, ...(note === "" ? [] : [t("screen-veiled-note", { note })]), t("screen-veiled-how")].join(" ");
}
