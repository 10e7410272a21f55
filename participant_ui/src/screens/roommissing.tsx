/** A partner who is not there: said by a button in the room, and asked by the phone itself where people are apart. */
import { useEffect, useState } from "preact/hooks";

import { personName, plainName } from "../../../realtime/client/strings";
import type { MemberView } from "../../../realtime/client/wire";
import { useAnnounced } from "../announce";
import { t } from "../text";
import { type InRoomProps, presentOf } from "./roomparts";

type Wish = Pick<InRoomProps, "here" | "stage" | "rooms" | "room" | "others">;

/** What will happen: with whom this phone's person would be left. */
const thenOf = (present: MemberView[]): string => t(present.length > 1 ? "missing-then-others" : "missing-then-alone");

function miss({ here, stage, rooms }: Wish, place: number): void {
  void here.wish({ t: "miss_partner", run: stage.run, round: rooms.round, place });
}

export function MyPartnerIsMissing(props: Wish) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const present = presentOf(props.others);
  if (present.length === 0) return null;
  const only = present.length === 1 ? present[0] : undefined;
  const missed = only ?? present.find(({ place }) => place === chosen);
  const close = (): void => {
    setOpen(false);
    setChosen(null);
  };
  return (
    <div class="stack tight">
      <button type="button" class="button quiet at-start" aria-expanded={open} onClick={() => (open ? close() : setOpen(true))}>
        {t("missing", { others: present.length })}
      </button>
      {open && (
        <section class="sheet stack tight" aria-label={t("missing", { others: present.length })}>
          {missed === undefined ? (
            <>
              <p>{t("missing-who")}</p>
              <div class="segments">
                {present.map((member) => (
                  <button key={member.place} type="button" class="button" onClick={() => setChosen(member.place)}>
                    {plainName(member)}
                  </button>
                ))}
              </div>
            </>
          ) : (
            <>
              <p class="strong">{t("missing-ask", { name: personName(missed) })}</p>
              <p>
                {thenOf(present)} {t("missing-back", { name: personName(missed) })}
              </p>
              <div class="segments">
                <button type="button" class="button" onClick={close}>
                  {t("missing-here")}
                </button>
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    close();
                    miss(props, missed.place);
                  }}
                >
                  {t("missing-not-here")}
                </button>
              </div>
            </>
          )}
        </section>
      )}
    </div>
  );
}

/** Where people are apart and one of their phones gives no sign: the phones that are awake ask, once for each silence. */
export function QuietPartner(props: Wish) {
  const [found, setFound] = useState<readonly number[]>([]);
  const present = presentOf(props.others);
  const quiet = present.filter((member) => member.quiet);
  const silent = quiet.map(({ place }) => place).join();
  // Whoever gives a sign again is asked about anew when the next silence comes.
  useEffect(() => setFound((before) => before.filter((place) => silent.split(",").includes(String(place)))), [silent]);
  const asked = quiet.find(({ place }) => !found.includes(place));
  const question = asked === undefined ? "" : t("quiet-ask", { name: personName(asked) });
  useAnnounced(question);
  if (asked === undefined) return null;
  return (
    <section class="sheet stack tight" aria-label={question}>
      <p class="strong">{question}</p>
      <p class="small soft">
        {t("quiet-why")} {thenOf(present)}
      </p>
      <div class="segments">
        <button type="button" class="button" onClick={() => setFound([...found, asked.place])}>
          {t("missing-here")}
        </button>
        <button type="button" class="button" onClick={() => miss(props, asked.place)}>
          {t("missing-not-here")}
        </button>
      </div>
    </section>
  );
}
