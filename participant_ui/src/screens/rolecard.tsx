/** The private card of a role: only this person sees it, and can cover it with one tap where somebody looks over a shoulder. */
import { useState } from "preact/hooks";

import { Icon } from "../../../realtime/client/look/Icon";
import type { RoleCardView, StageView } from "../../../realtime/client/wire";
import { announce, useAnnounced } from "../announce";
import type { Here } from "../here";
import { t } from "../text";

interface RoleCardProps {
  here: Here;
  stage: StageView;
  round: number;
  role: RoleCardView;
}

export function RoleCard({ here, stage, round, role }: RoleCardProps) {
  const [covered, setCovered] = useState(false);
  const { run } = stage;
  const { scene } = role;
  useAnnounced(scene === "" ? "" : t("scene-now", { title: role.title }));
  useAnnounced(role.twist === "" ? "" : t("scene-twist"));
  const cover = (next: boolean): void => {
    setCovered(next);
    announce(t(next ? "role-covered" : "role-open"));
  };
  return (
    <div class="stack tight">
      <article class="sheet stack tight" aria-label={t("role-card")}>
        {covered ? (
          <p class="soft">{t("role-covered")}</p>
        ) : (
          <>
            {role.title !== "" && <h2 class="label">{role.title}</h2>}
            {role.situation !== "" && <p class="soft">{role.situation}</p>}
            <p class="voice lead words">{role.card}</p>
            {role.twist !== "" && (
              <div>
                <p class="label">{t("scene-twist")}</p>
                <p class="words">{role.twist}</p>
              </div>
            )}
            {role.starters.length > 0 && (
              <div>
                <p class="label">{t("role-starters")}</p>
                <ul class="voice">
                  {role.starters.map((starter) => (
                    <li key={starter}>{starter}</li>
                  ))}
                </ul>
              </div>
            )}
          </>
        )}
        <div class="row">
          <p class="tag kept">
            <Icon name="kept" />
            {t("role-only-you")}
          </p>
          <button type="button" class="button" aria-pressed={covered} onClick={() => cover(!covered)}>
            <Icon name={covered ? "see" : "veil"} />
            {t(covered ? "role-show" : "role-cover")}
          </button>
        </div>
      </article>
      {role.maySwap && scene !== "" && (
        <div class="row">
          <button
            type="button"
            class="button"
            aria-pressed={role.kept}
            onClick={() => void here.wish({ t: "keep_scene", run, round, keep: !role.kept })}
          >
            {role.kept && <Icon name="check" />}
            {t("scene-same")}
          </button>
        </div>
      )}
    </div>
  );
}
