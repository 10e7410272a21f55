import type { SessionRowView } from "../../../realtime/client/desk";
import type { Translate } from "../../../realtime/client/strings";
import { moment } from "../closing/times";

/** The day and the time tell two rows of the same agenda apart. */
export function whenOf(row: SessionRowView, t: Translate): string {
  if (row.endedMs !== null) return t("row-ended", { when: moment(row.endedMs) });
  if (row.startsMs !== null) return t("row-starts", { when: moment(row.startsMs), stage: row.stage });
  return t("row-created", { when: moment(row.createdMs), stage: row.stage });
}
