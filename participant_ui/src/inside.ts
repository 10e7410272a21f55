/** What a page needs once it is in a session. Fetched while somebody reads the door, so that the door itself is quick. */
export { openSession, socketUrl } from "../../realtime/client/session";
export { Here } from "./here";
export { MyCards, chancePause } from "./mycards";
export { CardsAfter } from "./screens/cards";
export { SessionScreen } from "./screens/session";
