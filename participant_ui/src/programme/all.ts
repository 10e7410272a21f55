/** What a page needs at the door of a programme's session, and nowhere else. Fetched only once a door says that it is one. */
export { DoorPart, WordsDoor } from "./atdoor";
export { forgetPlaceAt, joining, placeAt } from "./joining";
