import pictures from "../../../realtime/client/pictures/en.ftl";
import stored from "../../../realtime/client/stored/en.ftl";
import { type Translate, createStrings } from "../../../realtime/client/strings";
import closing from "../strings/closing.en.ftl";
import erasing from "../strings/erasing.en.ftl";
import own from "../strings/desk.en.ftl";

export const deskStrings = (): Translate => createStrings({ ...own, ...closing, ...pictures, ...stored, ...erasing });
