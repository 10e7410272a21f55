/** The cards that may be named as a theme, over the lines for the themes of their wall. */
import { useEffect, useState } from "preact/hooks";

import type { NameableCards, NameableWall, SummaryPage } from "../../../realtime/client/desk";
import type { Translate } from "../../../realtime/client/strings";
import type { Ask } from "./ask";

/** Asked for with each page that can be signed: an author may agree, or not any more, meanwhile. Without an answer themes can be written all the same. */
export function useNameable(ask: Ask, page: SummaryPage | null): NameableWall[] {
  const [walls, setWalls] = useState<NameableWall[]>([]);
  useEffect(() => {
    if (page === null || page.version > 0) return;
    const load = async (): Promise<void> => {
      const answered = await ask<NameableCards>("/api/closing/cards");
      if ("got" in answered) setWalls(answered.got.walls);
    };
    void load();
  }, [ask, page]);
  return walls;
}

export function Nameable({ wall, t }: { wall: NameableWall | undefined; t: Translate }) {
  if (wall === undefined) return null;
  const { cards, others } = wall;
  return (
    <div class="stack tight nameable">
      {cards.length > 0 && (
        <>
          <p class="label">{t("closing-nameable")}</p>
          <ul class="stack tight">
            {cards.map(({ text, note }, index) => (
              <li key={index} class="voice" dir="auto">
                {text}
                {note !== "" && <span class="small soft note"> {note}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {others > 0 && <p class="small soft">{t(cards.length > 0 ? "closing-not-nameable" : "closing-none-nameable", { others })}</p>}
    </div>
  );
}
