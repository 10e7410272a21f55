import { useEffect } from "preact/hooks";

import type { SharedView } from "../../../realtime/client/wire";
import { headline, whereWeAre } from "./Activity";
import { useDoing } from "./context";

/** A toast leaves by itself; what it said stands again wherever the same thing is tried. */
const SHOWN_FOR = 10_000;

/** The only live region: what became of a wish, and where the session is now. */
export function LiveRegion({ shared }: { shared: SharedView }) {
  const { t, said, say, store } = useDoing();
  const place = `${whereWeAre(shared, t)} ${headline(shared, t)}`;
  const live = store.line.value === "live";
  useEffect(() => {
    say(live ? place : t("reconnecting-title"), false);
  }, [place, live, say, t]);
  const { text, shown } = said.value;
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => say("", false), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [text, shown, say]);
  return (
    <p role="status" class={shown ? "toast" : "hidden"}>
      {text}
    </p>
  );
}
