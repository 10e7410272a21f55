import type { SharedView } from "../../realtime/client/wire";

export type Presence = SharedView["presence"];
