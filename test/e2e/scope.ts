/** True where everything is played (`npm run test:all`); `npm test` plays a selection. */
export const isWholeSet = process.env['TEST_SCOPE'] === 'all';

const TAG = '@whole-set';

/** The details of a test that only the whole set plays. */
export const IN_WHOLE_SET = { tag: TAG } as const;

/** Which tests are left out of what is played: for Playwright's `grepInvert`. */
export const LEFT_OUT = isWholeSet ? [] : [new RegExp(TAG, 'u')];
