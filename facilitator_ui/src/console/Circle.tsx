import { secondsText, useTick } from "../../../realtime/client/clock";
import { Icon } from "../../../realtime/client/look/Icon";
import { personName } from "../../../realtime/client/strings";
import type { CircleView, SharedView } from "../../../realtime/client/wire";
import { useTurnBell } from "../bell";
import { Act } from "./Act";
import { useDoing } from "./context";
import { SoundButton } from "./SoundButton";

const MORE_SECONDS = 20;

/** Who speaks, who is next, and the clock of the turn. The order came by lot; nobody here chose it. */
export function Circle({ shared }: { shared: SharedView }) {
  const { t, store, sound } = useDoing();
  const body = shared.stage?.body;
  const circle = body?.t === "circle" ? body : null;
  const left = useTick(store.clock, circle?.clock ?? { endsAt: null, left: null });
  useTurnBell(circle?.state === "running" && !shared.calm ? circle.turn : null, left, sound.value);
  if (shared.stage === null || circle === null) return null;
  const { run } = shared.stage;
  if (circle.mode === "open") return <p class="lead">{t(`circle-open-${circle.state}`)}</p>;
  if (circle.mode === "fishbowl") return <Fishbowl shared={shared} circle={circle} left={left} />;
  if (circle.state === "before") return <p class="lead">{t("circle-before")}</p>;
  if (circle.state === "finished" || circle.now === null) return <p class="lead">{t("circle-finished", { done: circle.done })}</p>;
  const { turn } = circle;
  return (
    <section class="stack circle-box" aria-labelledby="circle-title">
      <div class="row">
        <h2 id="circle-title" class="label grow">
          {t("circle-speaks", { done: circle.done + 1, of: circle.of })}
        </h2>
        <SoundButton />
      </div>
      <div class="circle-now">
        <p class="hold">
          <span class="title">{personName(circle.now)}</span>
        </p>
        {left !== null && (
          <p role="timer" aria-label={t("time-left", { time: secondsText(left) })}>
            <time class="big-time">{secondsText(left)}</time>
            {left === 0 && <span class="soft small">{t("circle-zero")}</span>}
          </p>
        )}
      </div>
      <p class="soft">{circle.next === null ? t("circle-last") : t("circle-next", { name: personName(circle.next) })}</p>
      {!shared.calm && (
        <div class="row">
          <Act command={{ t: "give_time", run, turn, seconds: MORE_SECONDS }}>
            <Icon name="more-time" />
            {t("circle-more", { seconds: MORE_SECONDS })}
          </Act>
          <Act command={{ t: "put_later", run, turn }}>{t("circle-later")}</Act>
          <EndRound />
        </div>
      )}
    </section>
  );
}

/** Who sits inside, which chairs are open, how many ask. Who asks is shown to nobody until they sit. */
function Fishbowl({ shared, circle, left }: { shared: SharedView; circle: CircleView; left: number | null }) {
  const { t } = useDoing();
  const run = shared.stage?.run ?? 0;
  if (circle.state === "finished") return <p class="lead">{t("bowl-finished")}</p>;
  const open = Math.max(0, circle.chairs - circle.inside.length);
  return (
    <section class="stack circle-box" aria-labelledby="circle-title">
      <div class="row">
        <h2 id="circle-title" class="label grow">
          {t(circle.state === "before" ? "bowl-before" : "bowl-inside", { inside: circle.inside.length, chairs: circle.chairs })}
        </h2>
        <SoundButton />
      </div>
      {circle.state === "running" && (
        <div class="circle-now">
          <ul class="hold bowl">
            {circle.inside.map((person) => (
              <li key={personName(person)} class="title">
                {personName(person)}
              </li>
            ))}
            {Array.from({ length: open }, (_, chair) => (
              <li key={chair} class="soft open-chair">
                {t("bowl-open-chair")}
              </li>
            ))}
          </ul>
          {left !== null && (
            <p role="timer" aria-label={t("time-left", { time: secondsText(left) })}>
              <time class="big-time">{secondsText(left)}</time>
              {left === 0 && <span class="soft small">{t("circle-zero")}</span>}
            </p>
          )}
        </div>
      )}
      <p class={circle.asking > 0 ? "tag lamp fits" : "soft"}>{t("bowl-asking", { asking: circle.asking })}</p>
      {!shared.calm && circle.state === "running" && (
        <div class="row">
          <Act command={{ t: "free_chair", run, turn: circle.turn }} blocked={circle.asking === 0 || circle.inside.length === 0}>
            <Icon name="swap" />
            {t("bowl-free")}
          </Act>
          <span class="soft small">{t("bowl-free-how")}</span>
        </div>
      )}
    </section>
  );
}

function EndRound() {
  const { t, open } = useDoing();
  return (
    <button type="button" class="button slim quiet" onClick={() => open("end_circle")}>
      {t("circle-end")}
    </button>
  );
}
