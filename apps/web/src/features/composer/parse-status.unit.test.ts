import { expect, test } from 'vitest';
import { parseStatus } from './parse-status.ts';

test.each([
  [':palm_tree: On holiday', ':palm_tree:', 'On holiday'],
  [':wave::skin-tone-3: hi', ':wave::skin-tone-3:', 'hi'],
  [
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} with the family',
    '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
    'with the family',
  ],
  ['\u{1F1E9}\u{1F1EA}', '\u{1F1E9}\u{1F1EA}', ''],
  ['3 meetings', '', '3 meetings'],
  ['at 10:30: lunch', '', 'at 10:30: lunch'],
])('%s', (rest, emoji, text) => expect(parseStatus(rest)).toEqual({ emoji, text }));
