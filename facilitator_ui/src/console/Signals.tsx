/** Where a facilitator may want to look twice in somebody's words. It is said calmly, and decides nothing. */

import { Icon } from "../../../realtime/client/look/Icon";
import type { Signal } from "../../../realtime/client/wire";
import { codePoints } from "../labelled";
import { useDoing } from "./context";

type SignalKind = Signal["kind"];

/** In the order in which they are said. */
const KINDS: SignalKind[] = ["worry", "name", "phone", "mail", "web"];
const ICONS: Record<SignalKind, string> = { worry: "care", name: "person", phone: "phone", mail: "send", web: "screen" };

interface MarkedProps {
  text: string;
  signals: Signal[];
  /** Where `text` begins in the text that the signals count in, in code points. */
  from?: number;
}

/** The words, those that a signal is about underlined. */
export function Marked({ text, signals, from = 0 }: MarkedProps) {
  if (signals.length === 0) return <>{text}</>;
  const letters = Array.from(text);
  const slice = (start: number, end: number) => letters.slice(Math.max(0, start - from), Math.max(0, end - from)).join("");
  const here = signals.filter(({ start, end }) => end > from && start < from + codePoints(text));
  const ends = [from, ...here.map(({ end }) => end)];
  return (
    <>
      {here.map(({ kind, start, end }, index) => [
        slice(ends[index] ?? from, start),
        <mark key={start} class={`signal is-${kind}`}>
          {slice(start, end)}
        </mark>,
      ])}
      {slice(ends.at(-1) ?? from, Infinity)}
    </>
  );
}

/** What the underlined words may be, and for worry a way to what can be done. `about`: whose id the panel is opened with. */
export function SignalMarks({ signals, about, describedBy }: { signals: Signal[]; about: string; describedBy: string }) {
  const { t, open } = useDoing();
  const found = KINDS.filter((kind) => signals.some((signal) => signal.kind === kind));
  if (found.length === 0) return null;
  return (
    <p class="marks signals">
      {found.map((kind) => (
        <span key={kind} class={`tag ${kind === "worry" ? "care" : "soft"}`}>
          <Icon name={ICONS[kind]} />
          <span class={`signal is-${kind}`}>{t(`signal-${kind}`)}</span>
        </span>
      ))}
      {found.includes("worry") && (
        <button type="button" class="button slim quiet" data-name="worry" aria-describedby={describedBy} onClick={() => open({ about: "worry", card: about })}>
          {t("worry-open")}
        </button>
      )}
    </p>
  );
}
