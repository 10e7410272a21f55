import type { ComponentChildren } from "preact";

import { Icon } from "./Icon";

export type Tone = "lamp" | "kept" | "care" | "night";

/** One state in one line, above the task and never over it. It speaks by the page's live region, not by itself. */
export function Banner({ tone = "lamp", icon, children }: { tone?: Tone; icon: string; children: ComponentChildren }) {
  return (
    <div class={tone === "lamp" ? "banner" : `banner ${tone}`}>
      <Icon name={icon} />
      <span>{children}</span>
    </div>
  );
}
