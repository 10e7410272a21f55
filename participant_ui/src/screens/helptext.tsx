import type { ComponentChildren } from "preact";

import { t } from "../text";

/** Web addresses, telephone numbers of five digits or more and the short ones of emergency lines can be tapped. */
const LINKS = /(https:\/\/[^\s<>"]+[^\s<>".,;:)]|\+?\d[\d ()/-]{3,}\d|\b[19]\d\d\b)/;

export function linked(line: string): ComponentChildren[] {
  return line.split(LINKS).map((part, index) => {
    if (index % 2 === 0) return part;
    const href = part.startsWith("https:") ? part : `tel:${part.replace(/[^+\d]/g, "")}`;
    return (
      <a key={index} href={href} rel="noreferrer" target={part.startsWith("https:") ? "_blank" : undefined}>
        {part}
      </a>
    );
  });
}

/** The organization's words, paragraph by paragraph, in a language that only it knows. */
export function HelpText({ help }: { help: string }) {
  const paragraphs = help.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
  return (
    <div class="stack help" lang={paragraphs.length === 0 ? undefined : ""}>
      {paragraphs.length === 0 && <p>{t("help-none")}</p>}
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{linked(paragraph.trim())}</p>
      ))}
    </div>
  );
}
