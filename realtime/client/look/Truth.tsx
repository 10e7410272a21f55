import type { ComponentChildren } from "preact";

import { Icon } from "./Icon";

/** The line that says who sees what is given here, and for how long. Stands under every input before it is touched. */
export function Truth({ icon = "held", lead, of, children }: { icon?: string; lead?: string; of?: string; children: ComponentChildren }) {
  return (
    <p class="truth" data-truth={of}>
      <Icon name={icon} />
      <span>
        {lead !== undefined && <b>{lead} </b>}
        {children}
      </span>
    </p>
  );
}
