/** The truth line of one input. What it says is in `truths.ts`. */
import { Truth } from "../../realtime/client/look/Truth";
import type { DoorView } from "./door";
import type { Here } from "./here";
import { type Facts, factsOf, type Route, TRUTHS } from "./truths";

function Line({ route, facts }: { route: Route; facts: Facts }) {
  const { icon, lead, text } = TRUTHS[route](facts);
  return (
    <Truth icon={icon} lead={lead} of={route}>
      {text}
    </Truth>
  );
}

/** Nothing as long as this page does not know what is true. */
export function TruthOf({ route, here }: { route: Route; here: Here }) {
  const { shared, retentionDays } = here.session.store;
  if (shared.value === null) return null;
  return <Line route={route} facts={factsOf(shared.value, retentionDays.value)} />;
}

/** Before there is a session: what its door says. */
export function TruthAtDoor({ route, door }: { route: Route; door: DoorView | null }) {
  const facts: Facts = {
    practice: door?.practice ?? false,
    floor: door?.floor ?? 0,
    days: door?.retention_days ?? null,
    programme: (door?.programme ?? null) !== null,
    approval: door?.approval ?? false,
    inRooms: false,
  };
  return <Line route={route} facts={facts} />;
}
