/** Somebody of a programme whose phone has lost its four words: a facilitator who knows them gives them their place back. */

import { useEffect, useRef, useState } from "preact/hooks";

import type { MembersPage, ProgrammeMemberView } from "../../../realtime/client/desk";
import { isolate } from "../../../realtime/client/strings";
import { type Problem, PROBLEMS } from "../closing/ask";
import { useDoing } from "./context";

/** Two of one name are told apart by their order; nothing else of them is known here. */
function named(members: ProgrammeMemberView[]): { id: string; name: string }[] {
  const seen = new Map<string, number>();
  return members.map(({ id, alias }) => {
    const before = seen.get(alias) ?? 0;
    seen.set(alias, before + 1);
    return { id, name: before === 0 ? alias : `${alias} (${before + 1})` };
  });
}

interface CameBeforeProps {
  seat: string;
  /** As a sentence says it. */
  name: string;
  onClose: () => void;
}

export function CameBefore({ seat, name, onClose }: CameBeforeProps) {
  const { t, ask, say } = useDoing();
  const [members, setMembers] = useState<ProgrammeMemberView[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [chosen, setChosen] = useState("");
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const noRef = useRef<HTMLButtonElement>(null);
  const askRef = useRef(ask);
  useEffect(() => {
    let gone = false;
    void askRef.current?.<MembersPage>("/api/members").then((answered) => {
      if (gone) return;
      if ("problem" in answered) setProblem(answered.problem);
      else setMembers(answered.got.members);
    });
    return () => {
      gone = true;
    };
  }, []);
  // The harmless answer has the focus, as in every question.
  useEffect(() => {
    if (asked) noRef.current?.focus();
  }, [asked]);
  if (ask === null) return null;
  const away = named((members ?? []).filter(({ here }) => !here));
  const member = away.find(({ id }) => id === chosen);

  async function recognise(send: NonNullable<typeof ask>): Promise<void> {
    if (busy || member === undefined) return;
    setBusy(true);
    const answered = await send<object>("/api/members/recognise", { seat, member: member.id });
    setBusy(false);
    if ("problem" in answered) {
      setAsked(false);
      setProblem(answered.problem);
      return;
    }
    say(t("before-done", { name, member: isolate(member.name) }), true);
    onClose();
  }
  return (
    <section class="stack tight" aria-labelledby="before-title">
      <h3 id="before-title" class="label">
        {t("before")}
      </h3>
      {problem !== null && (
        <p class="tag care" role="alert">
          {t(problem === "wrong_state" ? "before-taken" : PROBLEMS[problem])}
        </p>
      )}
      {members === null && problem === null && <p class="soft small">{t("before-looking")}</p>}
      {members !== null && away.length === 0 && <p class="soft small">{t("before-nobody")}</p>}
      {away.length > 0 && !asked && (
        <>
          <p class="soft small">{t("before-how")}</p>
          <div class="row">
            <select aria-label={t("before-who")} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
              <option value="">{t("merge-choose")}</option>
              {away.map((one) => (
                <option key={one.id} value={one.id} dir="auto">
                  {one.name}
                </option>
              ))}
            </select>
            <button
              type="button"
              class="button slim"
              aria-disabled={member === undefined}
              onClick={() => {
                setProblem(null);
                setAsked(member !== undefined);
              }}
            >
              {t("before-next")}
            </button>
          </div>
        </>
      )}
      {asked && member !== undefined && (
        <div role="group" aria-labelledby="before-ask" class="stack tight">
          <p id="before-ask">{t("before-ask", { name, member: isolate(member.name) })}</p>
          <div class="row">
            <button type="button" class="button slim" ref={noRef} onClick={() => setAsked(false)}>
              {t("before-no")}
            </button>
            {/* It comes to stand where the button before it was: the second half of a double click says nothing. */}
            <button type="button" class="button slim care" aria-disabled={busy} onClick={({ detail }) => detail < 2 && void recognise(ask)}>
              {t("before-yes", { member: isolate(member.name) })}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
