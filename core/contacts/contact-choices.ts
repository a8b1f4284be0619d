/** What can be chosen for contacts; apart from what it is chosen for, because every start loads this. */

/** Which way a list is converted. */
export const DIRECTIONS = ['to-address', 'to-email'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The languages that the hand-out for users is written in. */
export const HAND_OUT_LANGUAGES = ['en', 'de'] as const;
export type HandOutLanguage = (typeof HAND_OUT_LANGUAGES)[number];
