/** A line that somebody saved when a session was erased: whether this server signed it. Nothing else of the phone is needed here. */
import { useState } from "preact/hooks";

import { inFours } from "../../../realtime/client/code";
import { Banner } from "../../../realtime/client/look/Banner";
import type { CheckedLine } from "../../../realtime/client/stored";
import { checkLine } from "../../../realtime/client/stored/ask";
import { Announcer, useAnnounced } from "../announce";
import { Bar } from "../frame";
import { Heading } from "../heading";
import { locale } from "../language";
import { Languages } from "../languages";
import { t } from "../text";
import { TruthAtDoor } from "../truth";

/** Letters: the server reads no more. */
const MOST = 4000;
const VERDICTS: Record<CheckedLine["verdict"], string> = { signed: "check-signed", other_key: "check-other-key", not_signed: "check-not-signed" };

const format = (ms: number, style: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale(), style).format(ms);

const verdictOf = (told: CheckedLine | null): string => t(told === null ? "check-failed" : VERDICTS[told.verdict]);

function Verdict({ told }: { told: CheckedLine | null }) {
  const words = verdictOf(told);
  const says = told?.says ?? null;
  const about =
    says === null
      ? ""
      : t("check-says", {
          title: says.title,
          code: inFours(says.code),
          day: format(Date.parse(says.day), { dateStyle: "long", timeZone: "UTC" }),
          when: format(says.erasedMs, { dateStyle: "long", timeStyle: "short" }),
        });
  return (
    <>
      <Banner icon={told?.verdict === "signed" ? "check" : "warn"} tone={told?.verdict === "signed" ? "kept" : "care"}>
        {words}
      </Banner>
      {says !== null && <p>{about}</p>}
      {says !== null && <p class="small soft">{t(says.summary ? "stored-erased-summary" : "stored-erased")}</p>}
      {says !== null && <p class="small soft">{t("stored-line-proves")}</p>}
    </>
  );
}

export function CheckPage({ check = checkLine }: { check?: typeof checkLine }) {
  const [text, setText] = useState("");
  const [told, setTold] = useState<{ told: CheckedLine | null } | null>(null);
  const [busy, setBusy] = useState(false);
  useAnnounced(told === null ? "" : verdictOf(told.told));
  async function go(event: Event): Promise<void> {
    event.preventDefault();
    if (busy || text.trim() === "") return;
    setBusy(true);
    setTold(null);
    const answer = await check(text.slice(0, MOST));
    setBusy(false);
    setTold({ told: answer });
  }
  return (
    <>
      <form class="phone" onSubmit={(event) => void go(event)} noValidate>
        <Bar where={t("product")} practice={false}>
          <Languages />
        </Bar>
        <main>
          <Heading of="check">{t("check-heading")}</Heading>
          <p>{t("check-lead")}</p>
          <label class="field">
            <span class="label">{t("check-field")}</span>
            <textarea rows={6} value={text} spellcheck={false} autocomplete="off" onInput={(event) => setText(event.currentTarget.value)} />
          </label>
          <TruthAtDoor route="saved_line" door={null} />
          {told !== null && <Verdict told={told.told} />}
        </main>
        <footer class="foot">
          <button type="submit" class="button main" aria-disabled={busy || text.trim() === ""}>
            {t("check-go")}
          </button>
        </footer>
      </form>
      <Announcer />
    </>
  );
}
