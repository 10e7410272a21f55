/** Suggested names: friendly, neutral, easy to say. Changed by one tap in the field. */
const NAMES = [
  "River", "Willow", "Heron", "Maple", "Cedar", "Wren", "Clover", "Harbour", "Juniper", "Robin", "Meadow", "Birch",
  "Lark", "Hazel", "Brook", "Finch", "Rowan", "Fern", "Linden", "Swift", "Alder", "Tern", "Sage", "Moss",
]; // prettier-ignore

export function suggestedName(draw: (below: number) => number = below): string {
  return NAMES[draw(NAMES.length)] ?? "River";
}

function below(limit: number): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % limit;
}
