import { Icon } from "../../../realtime/client/look/Icon";
import type { ConsoleView, QueueLineView, SharedView } from "../../../realtime/client/wire";
import { Act } from "./Act";
import { useDoing } from "./context";
import { linesToCollect, stillToRead } from "./next";
import { Marked, SignalMarks } from "./Signals";

/** What people wrote since the last time. Emphasised while there is any: going on would leave it out. */
export function Collect({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t } = useDoing();
  const count = linesToCollect(desk, shared);
  if (count === 0 || shared.stage === null) return null;
  return (
    <Act class="button lamp collect" command={{ t: "collect_lines", run: shared.stage.run }}>
      <Icon name="card" />
      {t("collect", { count })} <kbd>C</kbd>
    </Act>
  );
}

function Proposed({ line, run }: { line: QueueLineView; run: number }) {
  const { t } = useDoing();
  const text = `line-${line.id}`;
  return (
    <article class="card" aria-label={t(line.state === "hidden" ? "line-hidden" : "line-proposed")} data-card={line.id}>
      <p id={text}>
        <Marked text={line.text} signals={line.signals} />
      </p>
      <SignalMarks signals={line.signals} about={line.id} describedBy={text} />
      <footer>
        <Act name="approve" describedBy={text} command={{ t: "approve_line", run, line: line.id }}>
          <Icon name="check" />
          {t("line-show")}
        </Act>
        {line.state === "hidden" ? (
          <span class="tag soft">
            <Icon name="held" />
            {t("line-is-hidden")}
          </span>
        ) : (
          <Act name="hide" class="button slim quiet" describedBy={text} command={{ t: "hide_line", run, line: line.id }}>
            {t("line-hide")}
          </Act>
        )}
      </footer>
    </article>
  );
}

function Shown({ line, run, support }: { line: QueueLineView; run: number; support: number | null }) {
  const { t } = useDoing();
  const text = `line-${line.id}`;
  const kept = line.state === "kept";
  return (
    <li data-card={line.id}>
      <div>
        <span id={text} class="voice">
          <Marked text={line.text} signals={line.signals} />
        </span>
        <SignalMarks signals={line.signals} about={line.id} describedBy={text} />
      </div>
      <span class="line-marks">
        {kept && (
          <span class="tag kept">
            <Icon name="kept" />
            {t("line-kept")}
          </span>
        )}
        {line.question && (
          <span class="tag lamp">
            <Icon name="help" />
            {t("line-question")}
          </span>
        )}
        {support !== null && <span class="tag soft">{t("line-support", { count: support })}</span>}
      </span>
      {!kept && (
        <span class="deeds">
          <Act name="approve" describedBy={text} command={{ t: "adopt_lines", run, lines: [line.id] }} blocked={line.question}>
            {t("line-keep")}
          </Act>
          <Act name="hide" class="button slim quiet" describedBy={text} command={{ t: "hide_line", run, line: line.id }}>
            {t("line-hide")}
          </Act>
        </span>
      )}
    </li>
  );
}

/** Agreements: what was proposed and waits, and what everybody sees, with support as a number and questions as yes or no. */
export function Agree({ desk, shared }: { desk: ConsoleView; shared: SharedView }) {
  const { t, read } = useDoing();
  const body = shared.stage?.body;
  if (shared.stage === null || body?.t !== "agree") return null;
  const { run } = shared.stage;
  const support = new Map(body.lines.map((line) => [line.id, line.support]));
  const proposed = desk.lines.filter((line) => line.state === "proposed");
  const hidden = desk.lines.filter((line) => line.state === "hidden");
  const shown = desk.lines.filter((line) => line.state === "shown" || line.state === "kept");
  const ready = shown.filter((line) => line.state === "shown" && !line.question).map((line) => line.id);
  const questioned = shown.some((line) => line.question);
  return (
    <section class="stack agree-box" aria-labelledby="agree-title" data-queue>
      {proposed.length > 0 && (
        <>
          <h2 class="row">
            <span class="title small-title">{t("lines-proposed", { count: proposed.length })}</span>
            <span class="soft small">{t("queue-shuffled")}</span>
          </h2>
          <div class="queue">
            {proposed.map((line) => (
              <Proposed key={line.id} line={line} run={run} />
            ))}
          </div>
        </>
      )}
      <div class="row">
        <h2 id="agree-title" class="title small-title grow">
          {t("lines-shown", { count: shown.length })}
        </h2>
        {ready.length > 1 && (desk.next.does !== "adopt_lines" || stillToRead(desk, shared, read.value)) && (
          <Act command={{ t: "adopt_lines", run, lines: ready }}>{t("lines-keep-all", { count: ready.length })}</Act>
        )}
      </div>
      {questioned && <p class="soft small">{t("lines-questioned")}</p>}
      <ul class="decided lines">
        {shown.map((line) => (
          <Shown key={line.id} line={line} run={run} support={support.get(line.id) ?? null} />
        ))}
      </ul>
      {hidden.length > 0 && (
        <details>
          <summary>{t("lines-hidden", { count: hidden.length })}</summary>
          <div class="queue">
            {hidden.map((line) => (
              <Proposed key={line.id} line={line} run={run} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}
