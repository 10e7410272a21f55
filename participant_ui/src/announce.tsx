/** One polite live region for the page: each change of state is said once. */
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/** `time`: the same sentence said once more is a new element, for readers read out what has changed. */
const said = signal({ words: "", time: 0 });

export function Announcer() {
  return (
    <p class="hidden" role="status">
      <span key={said.value.time}>{said.value.words}</span>
    </p>
  );
}

export function announce(sentence: string): void {
  said.value = { words: sentence, time: said.peek().time + 1 };
}

/** Says `sentence` when it changes; not when a screen opens with it, because the heading's focus has said that already. */
export function useAnnounced(sentence: string): void {
  const before = useRef(sentence);
  useEffect(() => {
    if (sentence !== before.current && sentence !== "") announce(sentence);
    before.current = sentence;
  }, [sentence]);
}
