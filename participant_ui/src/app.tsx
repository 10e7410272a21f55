import { Announcer } from "./announce";
import { Bar } from "./frame";
import { DoorScreen } from "./screens/join";
import { EnterScreen } from "./screens/enter";
import { t } from "./text";
import type { Way } from "./way";

function Current({ way }: { way: Way }) {
  const place = way.place.value;
  switch (place.at) {
    case "looking":
      return (
        <div class="phone">
          <Bar where={t("product")} practice={false} />
          <main aria-busy="true">
            <p class="soft middle centre">{t("looking")}</p>
          </main>
        </div>
      );
    case "enter":
      return <EnterScreen key={place.typed} way={way} place={place} />;
    case "door":
      return <DoorScreen way={way} place={place} />;
    case "here":
      return <place.inside.SessionScreen here={place.here} way={way} />;
    case "cards":
      return <place.inside.CardsAfter way={way} cards={place.cards} code={place.code} door={place.door} />;
  }
}

/** What is open now. */
export function App({ way }: { way: Way }) {
  return (
    <>
      <Current way={way} />
      <Announcer />
    </>
  );
}
