import "../../realtime/client/look/tokens.css";
import "../../realtime/client/look/parts.css";
import "../../realtime/client/pictures/pictures.css";
import "../../realtime/client/stored/stored.css";
import "./phone.css";

import { render } from "preact";

import { keptLanguage } from "../../realtime/client/keys";
import { longKept, tabKept } from "../../realtime/client/storage";
import { App } from "./app";
import { CHECK } from "../../realtime/client/stored/SignedLine";
import { codeInPath } from "./code";
import { httpDoor } from "./door";
import { firstLanguage, speak } from "./language";
import { Way } from "./way";

/** Where the console looks at what phones show now: inside its own page only, and without a door, a line or storage. */
const PREVIEW = "/preview";

const page = document.getElementById("page");
if (page === null) throw new Error("index.html has no #page");

if (window.location.pathname === PREVIEW) {
  const { showPreview } = await import("./preview");
  showPreview(page);
} else if (window.location.pathname === CHECK) {
  const { CheckPage } = await import("./screens/check");
  await speak(firstLanguage(null, tabKept));
  render(<CheckPage />, page);
} else {
  const way = new Way({ door: httpDoor, kept: longKept, history: window.history });
  const { pathname } = window.location;
  const code = codeInPath(pathname);
  const spoken = speak(firstLanguage(code === null ? null : keptLanguage(longKept, code), tabKept));
  void way.begin(pathname);
  await spoken; // the first words that are read are in the right language
  render(<App way={way} />, page);
}
