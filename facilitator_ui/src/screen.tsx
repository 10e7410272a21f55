import { render } from "preact";

import "../../realtime/client/look/tokens.css";
import "../../realtime/client/look/parts.css";
import "../../realtime/client/pictures/pictures.css";
import "../../realtime/client/stored/stored.css";
import "./common.css";
import "./screen/screen.css";
import { askStored } from "../../realtime/client/stored/ask";
import { MissingLink } from "./Door";
import { Screen } from "./screen/Screen";
import { PREVIEW, previewStore } from "./screen/preview";
import { start } from "./start";
import { strings } from "./strings";

const t = strings();
const page = document.getElementById("page")!;
if (location.hash === PREVIEW) render(<Screen store={previewStore()} t={t} />, page);
else {
  const session = start("screen");
  render(session === null ? <MissingLink t={t} /> : <Screen store={session.store} t={t} stored={askStored} />, page);
}
