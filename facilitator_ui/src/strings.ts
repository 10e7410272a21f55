import pictures from "../../realtime/client/pictures/en.ftl";
import { type Translate, createStrings } from "../../realtime/client/strings";
import own from "./strings/en.ftl";

export const strings = (): Translate => createStrings({ ...own, ...pictures });
