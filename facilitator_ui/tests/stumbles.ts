import axe from "axe-core";

/** What a screen reader or a keyboard would stumble over. Colours are measured in a real browser: here nothing is painted. */
export async function stumbles(within: Element): Promise<string[]> {
  const { violations } = await axe.run(within, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`);
}
