import pictures from "../../realtime/client/pictures/en.ftl";
import { createStrings } from "../../realtime/client/strings";
import phone from "./strings/en.ftl";

/** Every sentence of the phone. */
export const t = createStrings({ ...phone, ...pictures });
