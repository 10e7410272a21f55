import pictures from "../../realtime/client/pictures/en.ftl";
import stored from "../../realtime/client/stored/en.ftl";
import { type Translate, createStrings } from "../../realtime/client/strings";
import closing from "./strings/closing.en.ftl";
import erasing from "./strings/erasing.en.ftl";
import own from "./strings/en.ftl";
import rooms from "./strings/rooms.en.ftl";
import signals from "./strings/signals.en.ftl";
import screen from "./strings/screen.en.ftl";

/** The console and the shared screen. */
export const strings = (): Translate => createStrings({ ...own, ...screen, ...rooms, ...closing, ...signals, ...pictures, ...stored, ...erasing });
