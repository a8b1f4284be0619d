/** A narrow window, or a high zoom: the pages get all of the width. */
export const IS_COMPACT = '(max-width: 760px)';
export const COMPACT = `@media ${IS_COMPACT}`;

/** A low window, or a high zoom: the whole window scrolls instead of the page in it. */
export const SHORT = '@media (max-height: 480px)';
