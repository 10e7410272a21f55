import { useDoing } from "./context";
import { Dialog } from "./Dialog";

type KeyLine = [keys: string[], says: string];

/** A key is a letter, or the id of its name. */
const LEADING: KeyLine[] = [
  [["name-of-space", "name-of-right"], "key-space"],
  [["B", "name-of-left"], "key-back"],
  [["S"], "key-skip"],
  [["+"], "key-minute"],
  [["C"], "key-collect"],
  [["H"], "key-calm"],
  [["N"], "key-note"],
  [["I"], "key-check-in"],
  [["J"], "key-join"],
  [["P"], "key-eyes"],
  [["?"], "key-help"],
];
const CARDS: KeyLine[] = [
  [["M"], "key-queue"],
  [["J", "name-of-down"], "key-down"],
  [["K", "name-of-up"], "key-up"],
  [["A"], "key-share"],
  [["R"], "key-return"],
  [["V"], "key-veil"],
  [["X"], "key-hide"],
  [["F"], "key-feature"],
  [["U"], "key-undo"],
];

function Keys({ title, lines }: { title: string; lines: KeyLine[] }) {
  const { t } = useDoing();
  return (
    <div class="stack tight">
      <h3 class="label">{title}</h3>
      <dl class="keys">
        {lines.map(([keys, says]) => (
          <div key={says}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key.length > 1 ? t(key) : key}</kbd>
              ))}
            </dt>
            <dd>{t(says)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function KeysPanel({ onClose }: { onClose: () => void }) {
  const { t } = useDoing();
  return (
    <Dialog title={t("keys-title")} onClose={onClose} class="keys-panel">
      <button type="button" class="button" onClick={onClose}>
        {t("close")} <kbd>?</kbd>
      </button>
      <div class="keys-groups">
        <Keys title={t("keys-leading")} lines={LEADING} />
        <Keys title={t("keys-cards")} lines={CARDS} />
      </div>
      <p class="soft small">{t("keys-typing")}</p>
    </Dialog>
  );
}
