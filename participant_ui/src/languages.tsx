/** The languages there are, each by its own name: a tap changes the whole phone, and nobody else's. */
import { useState } from "preact/hooks";

import { useAnnounced } from "./announce";
import { language, LANGUAGES, speak, type Language } from "./language";
import { t } from "./text";

const ALL = Object.entries(LANGUAGES) as [Language, string][];

/** `keep` is told what was chosen. */
export function Languages({ keep }: { keep?: (chosen: Language) => void }) {
  const [missed, setMissed] = useState(false);
  useAnnounced(missed ? t("no-answer") : "");
  const choose = async (chosen: Language): Promise<void> => {
    const spoken = await speak(chosen);
    setMissed(!spoken);
    if (spoken) keep?.(chosen);
  };
  return (
    <div class="row languages" role="group" aria-label={t("language")}>
      {ALL.map(([id, name]) => (
        <button key={id} type="button" class="button quiet" lang={id} aria-pressed={language.value === id} onClick={() => void choose(id)}>
          {name}
        </button>
      ))}
      {missed && <p class="small">{t("no-answer")}</p>}
    </div>
  );
}
