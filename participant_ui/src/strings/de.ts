/** The phone in German: fetched only where it is spoken. */
import pictures from "../../../realtime/client/pictures/de.ftl";
import stored from "../../../realtime/client/stored/de.ftl";
import phone from "./de.ftl";

export default { ...phone, ...pictures, ...stored };
