import type { BoardView, BoundView, ConsoleView } from "../../../../realtime/client/wire";
import type { Translate } from "../../../../realtime/client/strings";
import { Act } from "../Act";
import { useDoing } from "../context";
import { nameOf, placesOf } from "./wishes";

/** "with Mika", "not with Rosa", by seat. */
export function bondsOf(board: BoardView, desk: ConsoleView, t: Translate): Map<string, string[]> {
  const bonds = new Map<string, string[]>();
  const places = placesOf(board);
  const add = (seat: string, other: string, how: BoundView["how"]) => {
    const name = nameOf(places, desk, other);
    if (name !== null) bonds.set(seat, [...(bonds.get(seat) ?? []), t(`bond-${how}`, { name })]);
  };
  for (const { one, other, how } of board.bound) {
    add(one, other, how);
    add(other, one, how);
  }
  return bonds;
}

/** Whom the facilitators keep together or apart. What people themselves have wished is in no list. */
export function Bonds({ desk, board }: { desk: ConsoleView; board: BoardView }) {
  const { t } = useDoing();
  if (board.bound.length === 0) return null;
  const places = placesOf(board);
  return (
    <section class="stack tight bonds" aria-labelledby="bonds-title">
      <h3 id="bonds-title" class="label" tabIndex={-1} data-kept>
        {t("bonds")}
      </h3>
      <ul>
        {board.bound.map(({ one, other, how }) => {
          const words = t(`bond-of-${how}`, { one: nameOf(places, desk, one) ?? t("bond-gone"), other: nameOf(places, desk, other) ?? t("bond-gone") });
          return (
            <li key={`${one} ${other}`} class="row">
              <span id={`bond-${one}-${other}`} class="grow">
                {words}
              </span>
              <Act class="button slim quiet" describedBy={`bond-${one}-${other}`} command={{ t: "bind_people", one, other, how: "free" }}>
                {t("bond-undo")}
              </Act>
            </li>
          );
        })}
      </ul>
      <p class="small soft">{t("bonds-how")}</p>
    </section>
  );
}
