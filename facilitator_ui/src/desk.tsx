import { render } from "preact";

import "../../realtime/client/look/tokens.css";
import "../../realtime/client/look/parts.css";
import "../../realtime/client/stored/stored.css";
import "./common.css";
import "./desk/desk.css";
import { tabKept } from "../../realtime/client/storage";
import { asking } from "./closing/ask";
import { keeping } from "./closing/keep";
import { Desk, NoWayIn } from "./desk/Desk";
import { deskStrings } from "./desk/strings";
import { followLinks, takeSecret } from "./link";

const t = deskStrings();
const page = document.getElementById("page")!;
followLinks("desk", tabKept);
const secret = takeSecret("desk", tabKept);
if (secret === null) render(<NoWayIn title={t("desk-link-missing-title")} why={t("desk-link-missing")} t={t} />, page);
else render(<Desk t={t} ask={asking(secret)} keep={keeping(secret)} />, page);
