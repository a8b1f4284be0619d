/** The languages that the hand-out for users is written in; apart from it, because every start loads this. */
export const HAND_OUT_LANGUAGES = ['en', 'de'] as const;
export type HandOutLanguage = (typeof HAND_OUT_LANGUAGES)[number];
