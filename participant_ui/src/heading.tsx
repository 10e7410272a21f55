/** The heading takes the focus when one screen follows another, so that a reader and a keyboard are where the eye is. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

let shown: string | null = null;

/** `of` names the screen: the focus moves only when it changes. */
export function Heading({ of, small = false, children }: { of: string; small?: boolean; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shown === of) return;
    const first = shown === null;
    shown = of;
    if (first) return; // the page has just opened: the browser starts at its top by itself
    heading.current?.focus({ preventScroll: true });
    document.documentElement.scrollTop = 0;
  }, [of]);
  return (
    <h1 class={small ? "title" : "prompt"} tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
