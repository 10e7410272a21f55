import { useState } from "preact/hooks";

import { Icon } from "../look/Icon";
import type { StoredPage } from "../stored";
import type { Translate } from "../strings";

/** Says nothing about what is in it: it lies among other files. */
const FILE = "signed-line.txt";
/** Milliseconds: some browsers take the file a moment later. */
const ADDRESS_LIVES = 60_000;
/** Where a line is checked. */
export const CHECK = "/check";

export type SaveText = (text: string, name: string) => void;

export const saveText: SaveText = (text, name) => {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIVES);
};

interface SignedLineProps {
  page: StoredPage;
  t: Translate;
  /** How a day is written. */
  day: (ms: number) => string;
  level?: 2 | 3;
  save?: SaveText;
  /** The page's own live region, where it has one. */
  say?: (words: string) => void;
}

/** The file as people read it: what it is about, the line, what it shows, and where it is checked. */
export function fileOf({ page, t, day }: Pick<SignedLineProps, "page" | "t" | "day">): string {
  const about = t("stored-file", { title: page.title, day: day(page.dayMs) });
  return [about, page.line, t("stored-line-proves"), t("stored-file-check", { address: `${location.origin}${CHECK}` }), ""].join("\n\n");
}

/** What a participant can take home: signed, and to be checked later without this page. */
export function SignedLine({ page, t, day, level = 2, save = saveText, say }: SignedLineProps) {
  const [saved, setSaved] = useState(false);
  if (page.line === "") return null;
  const H = level === 2 ? "h2" : "h3";
  return (
    <div class="stack tight signed-line">
      <H class="label">{t("stored-line")}</H>
      <p class="small soft">{t("stored-line-proves")}</p>
      <div class="row no-print">
        <button
          type="button"
          class="button"
          onClick={() => {
            save(fileOf({ page, t, day }), FILE);
            setSaved(true);
            say?.(t("stored-line-saved"));
          }}
        >
          <Icon name="save" />
          {t("stored-line-save")}
        </button>
        <a href={CHECK} target="_blank" rel="noreferrer">
          {t("stored-line-check")}
        </a>
      </div>
      <details>
        <summary>{t("stored-line-show")}</summary>
        <p class="small num">{page.line}</p>
      </details>
      <p role={say === undefined ? "status" : undefined} class={saved ? "small" : "hidden"}>
        {saved && t("stored-line-saved")}
      </p>
    </div>
  );
}
