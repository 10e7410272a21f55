/** The inputs that are drawn or moved about, and their look: one file of their own, fetched before it is asked for. */
import "./drawn.css";

export { LineInput } from "./line";
export { OrderInput } from "./order";
export { PointInput } from "./point";
export { RingsInput } from "./rings";
export { SortInput } from "./sort";
