import type { ComponentChildren } from "preact";

import { Icon } from "../../realtime/client/look/Icon";

/** A whole page that says one thing: no way in, over, or not there yet. */
export function Notice({ title, mark, children }: { title: string; mark: string; children?: ComponentChildren }) {
  return (
    <main class="notice">
      <Icon name="mark" class="mark" label={mark} />
      <h1 class="title">{title}</h1>
      {children}
    </main>
  );
}
