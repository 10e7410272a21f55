import type { ConsoleView, DeckView, SharedView } from "../../../realtime/client/wire";
import { useDoing } from "./context";

interface Props {
  desk: ConsoleView;
  shared: SharedView;
}

function Choice({ deck, run, chosen }: { deck: DeckView; run: number; chosen: boolean }) {
  const { act, isWaiting, store } = useDoing();
  const command = { t: "choose_deck" as const, run, deck: deck.id };
  const off = store.line.value !== "live" || isWaiting(command);
  return (
    <label class="option deck">
      <input type="radio" name="deck" value={deck.id} checked={chosen} aria-disabled={off} onChange={() => !off && !chosen && act(command)} />
      <strong>{deck.title}</strong>
      <span class="soft small">{deck.brief}</span>
    </label>
  );
}

/** Which scenes are dealt in the rooms, as long as none are announced. The first deck of the list is the one that is dealt now. */
function Choices({ desk, shared }: Props) {
  const { t } = useDoing();
  const body = shared.stage?.body;
  if (shared.stage === null || body?.t !== "rooms" || body.state !== "before" || desk.decks.length === 0) return null;
  const { run } = shared.stage;
  // In the order of their titles, so that a choice moves nothing under the hand.
  const decks = desk.decks.toSorted((one, other) => one.title.localeCompare(other.title));
  return (
    <fieldset class="stack decks">
      <legend class="title small-title">{t("decks-title")}</legend>
      <p class="soft small">{t("decks-how")}</p>
      {decks.map((deck) => (
        <Choice key={deck.id} deck={deck} run={run} chosen={deck.id === desk.decks[0]?.id} />
      ))}
    </fieldset>
  );
}

/** Above the rooms, until some are proposed: from then on those are what is looked at. */
export function Decks({ desk, shared }: Props) {
  return desk.board?.state === "proposed" ? null : <Choices desk={desk} shared={shared} />;
}

/** Below the rooms that are proposed, in one line. */
export function OtherDecks({ desk, shared }: Props) {
  const { t } = useDoing();
  if (desk.board?.state !== "proposed" || desk.decks.length === 0) return null;
  return (
    <details class="decks-fold">
      <summary>{t("decks-another")}</summary>
      <Choices desk={desk} shared={shared} />
    </details>
  );
}
