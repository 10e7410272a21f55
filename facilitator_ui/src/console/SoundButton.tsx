import { allowSound } from "../bell";
import { useDoing } from "./context";

/** Browsers let a page sound only after a click, so the bell is off until it is asked for. */
export function SoundButton() {
  const { t, sound, hear } = useDoing();
  return (
    <button
      type="button"
      class="button slim quiet"
      aria-pressed={sound.value}
      onClick={() => {
        if (!sound.value) allowSound();
        hear(!sound.value);
      }}
    >
      {t(sound.value ? "sound-on" : "sound-off")}
    </button>
  );
}
