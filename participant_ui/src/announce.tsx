/** One polite live region for the page: each change of state is said once. */
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

const said = signal("");

export function Announcer() {
  return (
    <p class="hidden" role="status">
      {said.value}
    </p>
  );
}

export function announce(sentence: string): void {
  said.value = sentence;
}

/** Says `sentence` when it changes; not when a screen opens with it, because the heading's focus has said that already. */
export function useAnnounced(sentence: string): void {
  const before = useRef(sentence);
  useEffect(() => {
    if (sentence !== before.current && sentence !== "") announce(sentence);
    before.current = sentence;
  }, [sentence]);
}
