import { secondsText, useTick } from "../../../realtime/client/clock";
import { Icon } from "../../../realtime/client/look/Icon";
import { personName } from "../../../realtime/client/strings";
import type { CircleView, Clock } from "../../../realtime/client/wire";
import type { Views } from "./Screen";

const BEFORE = { round: "screen-circle-before", open: "screen-circle-open-before", fishbowl: "screen-bowl-before" };

/** Nothing at zero: a turn that takes longer than planned is nobody's fault. */
function TurnTime({ clock, store, t }: Pick<Views, "store" | "t"> & { clock: Clock }) {
  const left = useTick(store.clock, clock);
  if (left === null || left === 0) return null;
  const text = secondsText(left);
  return (
    <p role="timer" aria-label={t("time-left", { time: text })}>
      <time class="big-time">{text}</time>
    </p>
  );
}

/** Before the round, between two turns in open mode, and after it: the prompt, and one sentence about how it goes. */
function Around({ title, how, views, clock }: { title: string; how: string; views: Views; clock: Clock | null }) {
  return (
    <main class="fill question">
      <h1 class={title.length > 90 ? "prompt long" : "prompt"} tabIndex={-1}>
        {title}
      </h1>
      <div class="row question-foot">
        <p class="voice lead grow">{how}</p>
        {clock !== null && <TurnTime clock={clock} store={views.store} t={views.t} />}
      </div>
    </main>
  );
}

/** A fishbowl: who sits inside, which chairs are open, and that somebody asks for one. Who asks is nobody's business. */
function Fishbowl({ shared, store, t, body }: Views & { body: CircleView }) {
  const open = Math.max(0, body.chairs - body.inside.length);
  return (
    <main class="fill turns-screen">
      <h1 class="soft" tabIndex={-1}>
        {shared.stage?.prompt}
      </h1>
      <div class="hold big chairs" data-many={body.chairs > 4 ? "yes" : undefined}>
        <ul>
          {body.inside.map((person) => (
            <li key={personName(person)} class="voice">
              {personName(person)}
            </li>
          ))}
          {Array.from({ length: open }, (_, chair) => (
            <li key={chair} class="open-chair">
              <Icon name="rest" />
              {t("screen-bowl-open")}
            </li>
          ))}
        </ul>
      </div>
      <div class="row turns-foot">
        <div class="grow stack tight">
          {body.asking > 0 && <p class="voice lead">{t("screen-bowl-asks", { asking: body.asking })}</p>}
          <p class="soft">{t("screen-bowl-how")}</p>
        </div>
        <TurnTime clock={body.clock} store={store} t={t} />
      </div>
    </main>
  );
}

/** A round: who speaks, who is next, how many had their turn. The picture of it is the name between two hands. */
export function TurnsScreen(views: Views & { body: CircleView }) {
  const { shared, store, t, body } = views;
  const stage = shared.stage;
  if (stage === null) return null;
  const open = body.mode === "open";
  if (body.state === "before") return <Around title={stage.prompt} how={t(BEFORE[body.mode])} views={views} clock={null} />;
  if (body.state === "finished") return <Around title={t("screen-circle-finished")} how={t("screen-circle-finished-how")} views={views} clock={null} />;
  if (body.mode === "fishbowl") return <Fishbowl {...views} />;
  if (open) return <Around title={stage.prompt} how={t("screen-circle-open")} views={views} clock={stage.clock} />;
  return (
    <main class="fill turns-screen">
      <h1 class="soft" tabIndex={-1}>
        {stage.prompt}
      </h1>
      <div class="hold big turn-now">
        {body.now === null ? (
          <p class="voice lead">{t("screen-circle-between")}</p>
        ) : (
          <p class="voice">
            <span class="turn-name">{personName(body.now)}</span> <span class="lead soft">{t("screen-circle-now")}</span>
          </p>
        )}
      </div>
      <div class="row turns-foot">
        <div class="grow stack tight">
          <p class="voice lead">{body.next === null ? t("screen-circle-last") : t("screen-circle-next", { name: personName(body.next) })}</p>
          <p class="soft num">{t("screen-circle-done", { done: body.done, of: body.of })}</p>
        </div>
        <TurnTime clock={body.clock} store={store} t={t} />
      </div>
    </main>
  );
}
