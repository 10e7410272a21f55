/** What rooms need only now and then, in one file of its own: see `screens/roomslater.tsx`. */
export { NotWith } from "./apart";
export { Debrief } from "./debrief";
export { Solo } from "./solo";
