import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import type { WallView } from "../../../realtime/client/wire";
import { useKeys } from "../keys";
import type { Views } from "./Screen";
import { LINES, columnsIn, pagesOf } from "./pages";

/** Fewer lines than this are not tried: then one card is simply taller than the screen. */
const LEAST_LINES = 8;

function columnsNow(): number {
  return columnsIn(window.innerWidth / (Number.parseFloat(getComputedStyle(document.body).fontSize) || 16));
}

/** Follows the window: a projector may be plugged in while the wall stands. */
function useColumns(): number {
  const [columns, setColumns] = useState(columnsNow);
  useEffect(() => {
    const changed = () => setColumns(columnsNow());
    window.addEventListener("resize", changed);
    return () => window.removeEventListener("resize", changed);
  }, []);
  return columns;
}

/** Released cards. Pages are turned by hand only (right and left), so nobody loses the card they are reading. */
export function Wall({ shared, body, t }: Views & { body: WallView }) {
  const [turned, setTurned] = useState(0);
  const [lines, setLines] = useState(LINES);
  const columns = useColumns();
  const listRef = useRef<HTMLDivElement>(null);
  const pages = pagesOf(body.cards, columns, lines);
  const page = Math.min(turned, pages.length - 1);
  useKeys({
    arrowright: () => setTurned(Math.min(page + 1, pages.length - 1)),
    arrowleft: () => setTurned(Math.max(page - 1, 0)),
  });
  // Lines are counted, not measured: where a face or a long prompt leaves less room, fewer cards stand on a page.
  useLayoutEffect(() => {
    const list = listRef.current;
    if (list !== null && list.scrollHeight > list.clientHeight + 1 && lines > LEAST_LINES) setLines(lines - 1);
  }, [lines, columns, page, body]);
  return (
    <main class="fill wall-screen">
      <h1 class="prompt" tabIndex={-1}>
        {shared.stage?.prompt}
      </h1>
      <div class="wall" ref={listRef} style={{ "--columns": columns }}>
        {pages[page]?.map((column, index) => (
          <ul key={index}>
            {column.map((card) => (
              <li key={card.id} class="card">
                {card.text}
              </li>
            ))}
          </ul>
        ))}
      </div>
      <p class="row soft wall-foot">
        {pages.length > 1 && <span class="num turn">{t("screen-wall-page", { page: page + 1, pages: pages.length })}</span>}
      </p>
    </main>
  );
}
