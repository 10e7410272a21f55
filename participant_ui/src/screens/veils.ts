/** Topics in words. */
import type { Veil } from "../../../realtime/client/wire";
import { language } from "../language";
import { t } from "../text";

/** As a sentence's id. */
export const TOPICS = {
  addiction: "topic-addiction",
  family: "topic-family",
  illness: "topic-illness",
  loss: "topic-loss",
  other: "topic-other",
  "self-harm": "topic-self-harm",
  separation: "topic-separation",
  sexuality: "topic-sexuality",
  violence: "topic-violence",
} as const;

/** "loss and family". Where nothing is named, that it may be heavy. */
export function topicsOf(veils: readonly Veil[]): string {
  const named = veils.filter((veil) => veil !== "other").map((veil) => t(TOPICS[veil]));
  return new Intl.ListFormat(language.value, { type: "conjunction" }).format(named);
}

/** What stands on a closed card beside the author's own note. */
export function closedUnder(veils: readonly Veil[]): string {
  const topics = topicsOf(veils);
  return topics === "" ? t("veil-heavy") : t("veil-touches", { topics });
}
