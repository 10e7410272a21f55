import { Frame } from "../frame";
import { Heading } from "../heading";
import type { Here } from "../here";
import { t } from "../text";
import { Back } from "./back";

/** What the group keeps, as words to read. */
export function AgreementList({ agreements }: { agreements: string[] }) {
  if (agreements.length === 0) return <p class="soft">{t("agreements-none")}</p>;
  return (
    <ul class="stack agreements">
      {agreements.map((line) => (
        <li class="voice lead" key={line}>
          {line}
        </li>
      ))}
    </ul>
  );
}

export function AgreementsScreen({ here }: { here: Here }) {
  return (
    <Frame here={here} where={t("agreements")} foot={<Back here={here} />}>
      <Heading of="agreements">{t("agreements-heading")}</Heading>
      <AgreementList agreements={here.session.store.shared.value?.agreements ?? []} />
    </Frame>
  );
}
