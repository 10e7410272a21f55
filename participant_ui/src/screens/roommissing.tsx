/** A partner who is not there: said by a button in the room, and asked by the phone itself where people are apart. */
import { useEffect, useRef, useState } from "preact/hooks";

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

/** The place that is asked about, or who it is. Never another place than the one whose name was read. */
type Asks = number | "who" | null;

export function MyPartnerIsMissing(props: Wish) {
  const [asks, setAsks] = useState<Asks>(null);
  const present = presentOf(props.others);
  const missed = present.find(({ place }) => place === asks);
  const open = asks === "who" ? present.length > 1 : missed !== undefined;
  const opener = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  // The focus goes along with what was tapped: to the question, and back to the button, also where the one asked about has gone.
  const before = useRef<Asks>(null);
  useEffect(() => {
    if (asks !== null && !open) setAsks(null);
    else if (asks !== before.current) (asks === null ? opener : question).current?.focus({ preventScroll: true });
    if (open || asks === null) before.current = asks;
  }, [asks, open]);
  if (present.length === 0) return null;
  const close = (): void => setAsks(null);
  return (
    <div class="stack tight">
      <button
        type="button"
        class="button quiet at-start"
        ref={opener}
        aria-expanded={open}
        onClick={() => setAsks(open ? null : ((present.length === 1 ? present[0]?.place : undefined) ?? "who"))}
      >
        {t("missing", { others: present.length })}
      </button>
      {open && (
        <section class="sheet stack tight" aria-label={t("missing", { others: present.length })}>
          {missed === undefined ? (
            <>
              <p tabIndex={-1} ref={question}>
                {t("missing-who")}
              </p>
              <div class="segments">
                {present.map((member) => (
                  <button key={member.place} type="button" class="button" onClick={() => setAsks(member.place)}>
                    {plainName(member)}
                  </button>
                ))}
              </div>
            </>
          ) : (
            <>
              <p class="strong" tabIndex={-1} ref={question}>
                {t("missing-ask", { name: personName(missed) })}
              </p>
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

/** Milliseconds within which a second tap is still the first one's: it must not answer for the next person. */
const SETTLES = 800;

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
  const answered = useRef(-SETTLES);
  if (asked === undefined) return null;
  const answer = (act: () => void) => () => {
    const at = performance.now();
    if (at - answered.current < SETTLES) return;
    answered.current = at;
    document.querySelector("h1")?.focus({ preventScroll: true }); // the question goes, and the focus with it
    act();
  };
  const see = (): void => setFound([...found, asked.place]);
  return (
    <section class="sheet stack tight" aria-label={question}>
      <p class="strong">{question}</p>
      <p class="small soft">
        {t("quiet-why")} {thenOf(present)}
      </p>
      <div class="segments">
        <button type="button" class="button" onClick={answer(see)}>
          {t("missing-here")}
        </button>
        <button type="button" class="button" onClick={answer(() => {
            see();
            miss(props, asked.place);
          })}>
          {t("missing-not-here")}
        </button>
      </div>
    </section>
  );
}
