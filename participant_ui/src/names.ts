/**
 * Suggested names: friendly, neutral, easy to say. Changed by one tap in the field.
 *
 * Two words, so that two people are hardly ever offered the same one. The server is not asked which are taken: who asks often enough
 * would learn from the answers who is there. Where it happens all the same, the second one gets a mark.
 */
const FIRST = [
  "Amber", "Apricot", "Autumn", "Blue", "Breezy", "Cloudy", "Copper", "Coral", "Dewy", "Early", "Evening", "Golden",
  "Green", "Indigo", "Island", "Ivory", "Seaside", "Late", "Little", "Lunar", "Windy", "Misty", "Morning", "Northern",
  "Ochre", "Rainy", "Russet", "Silver", "Snowy", "Southern", "Summer", "Violet",
]; // prettier-ignore
const SECOND = [
  "Alder", "Birch", "Brook", "Cedar", "Clover", "Comet", "Elm", "Fern", "Field", "Finch", "Harbour", "Hazel",
  "Heron", "Hill", "Juniper", "Lark", "Linden", "Maple", "Meadow", "Moss", "Otter", "Pebble", "Pine", "Reed",
  "River", "Robin", "Rowan", "Sage", "Swift", "Tern", "Willow", "Wren",
]; // prettier-ignore

export function suggestedName(draw: (below: number) => number = below): string {
  return `${FIRST[draw(FIRST.length)] ?? "Early"} ${SECOND[draw(SECOND.length)] ?? "River"}`;
}

function below(limit: number): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % limit;
}
