/** What a veiled card touches on, as a sentence's id. */
export const VEILS = {
  family: "veil-family",
  illness: "veil-illness",
  loss: "veil-loss",
  "self-harm": "veil-self-harm",
  sexuality: "veil-sexuality",
  violence: "veil-violence",
} as const;
