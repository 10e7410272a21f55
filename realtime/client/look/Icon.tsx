/** Icons drawn into the page itself: no second file, so they stand at once, also without a line and under a strict policy. */
import drawings from "./icons.svg?drawings";

export const ICON_NAMES: readonly string[] = Object.keys(drawings);

/** Decoration beside a word; `label` only where it stands alone. */
export function Icon({ name, label, class: className = "icon" }: { name: string; label?: string; class?: string }) {
  const drawing = drawings[name];
  if (drawing === undefined) throw new Error(`no icon ${name}`);
  const spoken = label === undefined ? { "aria-hidden": true as const } : { role: "img" as const, "aria-label": label };
  // The drawings are our own file, never anything that somebody wrote.
  return <svg class={className} viewBox={drawing.viewBox} {...spoken} dangerouslySetInnerHTML={{ __html: drawing.paths }} />;
}
