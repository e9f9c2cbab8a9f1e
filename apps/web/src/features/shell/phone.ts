/** One column at a time below this width. The `sm:` of the styles says the same. */
export const PHONE = '(max-width: 639px)';
