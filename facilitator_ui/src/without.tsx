import { render } from "preact";

import "../../realtime/client/look/tokens.css";
import "../../realtime/client/look/parts.css";
import "./common.css";
import { createStrings } from "../../realtime/client/strings";
import words from "./strings/without.en.ftl";
import "./without/without.css";
import { WithoutNames } from "./without/WithoutNames";

render(<WithoutNames t={createStrings(words)} />, document.getElementById("page")!);
