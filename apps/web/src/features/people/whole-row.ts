/** The looks of a name that a finger may press anywhere in its row, which is positioned. */
export const wholeRow =
  'truncate font-semibold hover:underline pointer-coarse:after:absolute pointer-coarse:after:inset-0';
