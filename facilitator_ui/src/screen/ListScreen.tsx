import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { AgreeView, LineView } from "../../../realtime/client/wire";
import { useKeys } from "../keys";
import type { Views } from "./Screen";

/** Sizes of the lines in em, from few short ones to many: the last one is still read from the back of the room. */
const SIZES = [1.5, 1.3, 1.15, 1];

/** More lines than this are turned over by hand (right and left), as on the wall. */
const AT_ONCE = 12;

/** Takes the largest size at which nothing is cut off. Begins again whenever `of` changes. */
function useSize(of: string) {
  const [size, setSize] = useState(0);
  const listRef = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => setSize(0), [of]);
  useLayoutEffect(() => {
    const list = listRef.current;
    if (list !== null && list.scrollHeight > list.clientHeight + 1 && size < SIZES.length - 1) setSize(size + 1);
  }, [size, of]);
  return { listRef, size: SIZES[size] ?? 1 };
}

function Marks({ line, t }: { line: LineView; t: Views["t"] }) {
  if (!line.kept && !line.question && line.support === null) return null;
  return (
    <span class="row line-marks">
      {line.kept && (
        <span class="tag kept">
          <Icon name="kept" />
          {t("screen-agree-kept")}
        </span>
      )}
      {line.question && (
        <span class="tag lamp">
          <Icon name="help" />
          {t("screen-agree-question")}
        </span>
      )}
      {line.support !== null && <span class="tag soft num">{t("screen-agree-support", { count: line.support })}</span>}
    </span>
  );
}

function Lines({ lines: all, t }: { lines: LineView[]; t: Views["t"] }) {
  const [turned, setTurned] = useState(0);
  const pages = Math.max(1, Math.ceil(all.length / AT_ONCE));
  const page = Math.min(turned, pages - 1);
  const lines = all.slice(page * AT_ONCE, (page + 1) * AT_ONCE);
  useKeys({
    arrowright: () => setTurned(Math.min(page + 1, pages - 1)),
    arrowleft: () => setTurned(Math.max(page - 1, 0)),
  });
  const { listRef, size } = useSize(lines.map((line) => `${line.text}${line.question}${line.kept}${line.support}`).join("\n"));
  return (
    <>
      <ul class="lines" ref={listRef} style={{ "--size": `${size}em` }} data-many={lines.length > 6 ? "yes" : undefined}>
        {lines.map((line) => (
          <li key={line.id}>
            <span class="voice">{line.text}</span>
            <Marks line={line} t={t} />
          </li>
        ))}
      </ul>
      {pages > 1 && <p class="soft num list-turn">{t("screen-wall-page", { page: page + 1, pages })}</p>}
    </>
  );
}

/** What the group promises each other: the lines as they grow, and what became of each. */
export function AgreeScreen({ shared, t, body }: Views & { body: AgreeView }) {
  const stage = shared.stage;
  if (stage === null) return null;
  return (
    <main class="fill list-screen">
      <h1 class="prompt" tabIndex={-1}>
        {stage.prompt}
      </h1>
      {body.lines.length === 0 ? <p class="voice lead">{t("screen-agree-none")}</p> : <Lines lines={body.lines} t={t} />}
      {stage.phase === "open" && body.propose && <p class="soft">{t("screen-agree-open")}</p>}
    </main>
  );
}

/** The lines that were kept, once more. */
export function RecallScreen({ shared, t }: Views) {
  const lines = shared.agreements.map((text, index) => ({ id: String(index), text, support: null, question: false, kept: false }));
  return (
    <main class="fill list-screen">
      <h1 class="prompt" tabIndex={-1}>
        {shared.stage?.title ?? shared.stage?.prompt}
      </h1>
      {lines.length === 0 ? <p class="voice lead">{t("screen-recall-none")}</p> : <Lines lines={lines} t={t} />}
    </main>
  );
}
