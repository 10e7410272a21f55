import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { CardView, Field, WallView } from "../../../realtime/client/wire";
import { labelledLines } from "../labelled";
import { useKeys } from "../keys";
import type { Views } from "./Screen";
import { headline } from "./headline";
import { veiledAs } from "./veiled";
import { LINES, layoutOf } from "./pages";

/** Fewer lines than this are not tried: then one card is simply taller than the screen. */
const LEAST_LINES = 8;

/** In em of the screen. */
function widthNow(): number {
  return window.innerWidth / (Number.parseFloat(getComputedStyle(document.body).fontSize) || 16);
}

/** Follows the window: a projector may be plugged in while the wall stands. */
function useWidth(): number {
  const [width, setWidth] = useState(widthNow);
  useEffect(() => {
    const changed = () => setWidth(widthNow());
    window.addEventListener("resize", changed);
    return () => window.removeEventListener("resize", changed);
  }, []);
  return width;
}

interface CardProps {
  card: CardView;
  fields: Field[];
  t: Views["t"];
  as: "li" | "div";
  large?: boolean;
}

function Card({ card, fields, t, as: Tag, large = false }: CardProps) {
  const size = large ? " featured" : "";
  const said = [
    ...(card.replyTo === null ? [] : [t("screen-reply")]),
    ...(card.resonance === null || card.resonance === 0 ? [] : [t("screen-resonance", { count: card.resonance })]),
  ];
  const foot = said.length > 0 && <footer class="num">{said.join(" · ")}</footer>;
  if (card.veils.length > 0)
    return (
      <Tag class={`card veiled${size}`}>
        <p class="row">
          <Icon name="veil" />
          <span class="grow">{veiledAs(card, t)}</span>
        </p>
        {foot}
      </Tag>
    );
  return (
    <Tag class={`card${size}`}>
      {fields.length === 0 ? (
        card.text
      ) : (
        <dl>
          {labelledLines(card.text, fields).map(({ label, line }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{line}</dd>
            </div>
          ))}
        </dl>
      )}
      {foot}
    </Tag>
  );
}

/** All that stands on a card, line by line. */
function spoken(text: string, fields: Field[]): string {
  if (fields.length === 0) return text;
  return labelledLines(text, fields)
    .flatMap(({ label, line }) => [label, line])
    .join("\n");
}

/** Released cards; one of them alone and large while a facilitator holds it up. */
export function Wall(views: Views & { body: WallView }) {
  const { shared, body, t } = views;
  const featured = body.cards.find((card) => card.id === body.featured);
  if (featured === undefined) return <Cards {...views} />;
  return (
    <main class="fill wall-screen one-card">
      <h1 class="prompt" tabIndex={-1}>
        {shared.stage !== null && headline(shared.stage)}
      </h1>
      <div class="hold big">
        <Card card={featured} fields={body.input.fields} t={t} as="div" large />
      </div>
    </main>
  );
}

/** Pages are turned by hand only (right and left), so nobody loses the card they are reading. */
function Cards({ shared, body, t }: Views & { body: WallView }) {
  const [turned, setTurned] = useState(0);
  const [lines, setLines] = useState(LINES);
  const width = useWidth();
  const listRef = useRef<HTMLDivElement>(null);
  const { size, columns, pages } = layoutOf(body.cards, width, lines, (card) => (card.veils.length === 0 ? spoken(card.text, body.input.fields) : veiledAs(card, t)));
  const page = Math.min(turned, pages.length - 1);
  useKeys({
    arrowright: () => setTurned(Math.min(page + 1, pages.length - 1)),
    arrowleft: () => setTurned(Math.max(page - 1, 0)),
  });
  // Lines are counted, not measured: where a face or a long prompt leaves less room, fewer cards stand on a page.
  useLayoutEffect(() => {
    const list = listRef.current;
    if (list !== null && list.scrollHeight > list.clientHeight + 1 && lines > LEAST_LINES) setLines(lines - 1);
  }, [lines, width, page, body]);
  return (
    <main class="fill wall-screen">
      <h1 class="prompt" tabIndex={-1}>
        {shared.stage !== null && headline(shared.stage)}
      </h1>
      <div class="wall" ref={listRef} style={{ "--columns": pages[page]?.length ?? columns, "--size": `${size}em` }}>
        {pages[page]?.map((column, index) => (
          <ul key={index}>
            {column.map((card) => (
              <Card key={card.id} card={card} fields={body.input.fields} t={t} as="li" />
            ))}
          </ul>
        ))}
      </div>
      {pages.length > 1 && (
        <p class="row soft wall-foot">
          <span class="num turn">{t("screen-wall-page", { page: page + 1, pages: pages.length })}</span>
        </p>
      )}
    </main>
  );
}
