/** Each refusal has a sentence that says what to do; the type proves the list complete. */
import type { RefusalCode } from "./wire";

export const REFUSALS: Record<RefusalCode, string> = {
  not_permitted: "refused-not-permitted",
  stale_stage: "refused-stale-stage",
  already_asked: "refused-already-asked",
  unknown_stage: "refused-unknown-stage",
  session_ended: "refused-session-ended",
  door_locked: "refused-door-locked",
  session_full: "refused-session-full",
  answers_open: "refused-answers-open",
  unknown_card: "refused-unknown-card",
  too_few_cards: "refused-too-few-cards",
  batch_waits: "refused-batch-waits",
  no_picture: "refused-no-picture",
  too_few_people: "refused-too-few-people",
  rooms_stand: "refused-rooms-stand",
  rooms_changed: "refused-rooms-changed",
  not_here: "refused-not-here",
  invalid_answer: "refused-invalid-answer",
  text_empty: "refused-text-empty",
  text_too_long: "refused-text-too-long",
  text_unreadable: "refused-text-unreadable",
  intake_closed: "refused-intake-closed",
  closing_not_due: "refused-closing-not-due",
  busy: "refused-busy",
};
