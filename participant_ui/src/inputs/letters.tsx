/** What is left to write, said only near the end: before, it would only count at people. */
import { t } from "../text";

const LEFT_SHOWN_FROM = 30;

interface LettersProps {
  left: number;
  /** Something is written, and therefore kept here. */
  kept: boolean;
  /** A private page has a length in mind, and takes more. */
  page?: boolean;
}

export function Letters({ left, kept, page = false }: LettersProps) {
  return (
    <span class="row small soft">
      <span class="grow">{kept ? t("saved-here") : ""}</span>
      {left < 0 ? (
        page ? (
          <span>{t("page-long")}</span>
        ) : (
          <span class="num tag care">{t("too-many", { over: -left })}</span>
        )
      ) : (
        left <= LEFT_SHOWN_FROM && <span class="num">{t("letters-left", { left })}</span>
      )}
    </span>
  );
}
