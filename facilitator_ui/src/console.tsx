import { render } from "preact";

import "../../realtime/client/look/tokens.css";
import "../../realtime/client/look/parts.css";
import "../../realtime/client/pictures/pictures.css";
import "../../realtime/client/stored/stored.css";
import "./common.css";
import "./console/console.css";
import "./console/rooms/rooms.css";
import { askFromConsole, Closing } from "./closing/Closing";
import { Console } from "./console/Console";
import { MissingLink } from "./Door";
import { createDoing } from "./doing";
import { start } from "./start";
import { strings } from "./strings";

const t = strings();
const page = document.getElementById("page")!;
const session = start("console");
if (session === null) render(<MissingLink t={t} />, page);
else render(<Console doing={createDoing({ t, store: session.store, send: session.send, ask: askFromConsole() })} closing={<Closing t={t} />} />, page);
