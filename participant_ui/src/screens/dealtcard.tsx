/** The stranger's card, above the box for a reply or above the wall: quiet, and closed where it is veiled. */
import type { DealtCard as Card } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import type { Here } from "../here";
import { t } from "../text";
import { Closed, useCover } from "./veiled";

function Shown({ here, card }: { here: Here; card: Card }) {
  const cover = useCover(here, card);
  if (!cover.open) return <Closed card={card} covered={cover.begins === "covered"} open={() => cover.set(true)} as="div" />;
  return (
    <blockquote class="card" dir="auto">
      {card.text}
      {card.veils.length > 0 && (
        <footer class="row">
          <button type="button" class="button" onClick={() => cover.set(false)}>
            {t("veil-close")}
          </button>
        </footer>
      )}
    </blockquote>
  );
}

export function DealtCard({ here, run, replies }: { here: Here; run: number; replies: boolean }) {
  const card = here.dealt.card(run);
  const nothing = card === null ? t(here.dealt.answered(run) ? (replies ? "dealt-none" : "dealt-none-to-read") : replies ? "dealt-coming" : "dealt-coming-to-read") : "";
  useAnnounced(card === null ? nothing : t("dealt-lead"));
  if (card === null) return <p class="soft">{nothing}</p>;
  return (
    <section class="stack tight" aria-label={t("dealt-lead")}>
      <p class="small soft">{t("dealt-lead")}</p>
      <Shown key={card.id} here={here} card={card} />
    </section>
  );
}
