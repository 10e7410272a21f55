import { Icon } from "../../../../realtime/client/look/Icon";
import { isolate } from "../../../../realtime/client/strings";
import type { PlacedView } from "../../../../realtime/client/wire";
import { useDoing } from "../context";
import type { Lift } from "./drag";

interface PersonProps {
  person: PlacedView;
  /** With whom the facilitators want them, and with whom not. */
  bonds?: string[] | undefined;
  /** Where people can be dragged. */
  lift?: Lift | undefined;
  roles?: boolean;
}

/** Somebody on the board. A press opens what can be done for them; that is also the way without dragging. */
export function Person({ person, bonds, lift, roles = true }: PersonProps) {
  const { t, open } = useDoing();
  const { seat, name, role, watching, away, asleep } = person;
  const what = watching ? t("placed-observes") : roles ? role : null;
  return (
    <button
      type="button"
      class="placed"
      data-seat={seat}
      data-spot={lift && "person"}
      data-quiet={away || asleep ? "yes" : undefined}
      aria-haspopup="dialog"
      onPointerDown={lift && ((event) => lift(event, seat, name))}
      onClick={() => open({ about: "placed", seat })}
    >
      <span class="name">{isolate(name)}</span>
      {what !== null && <span class="role"> · {what}</span>}
      {(away || asleep) && (
        <span class="tag lamp">
          <Icon name={away ? "warn" : "asleep"} />
          {t(away ? "placed-away" : "placed-asleep")}
        </span>
      )}
      {bonds?.map((bond) => (
        <span key={bond} class="bond">
          {bond}
        </span>
      ))}
      {lift && (
        <span class="grip">
          <Icon name="grip" />
        </span>
      )}
    </button>
  );
}
