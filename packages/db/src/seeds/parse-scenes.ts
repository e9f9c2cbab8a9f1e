export interface SceneLine {
  /** A letter, for whoever is cast, or a handle. */
  role: string;
  text: string;
  /** What the text was changed to afterwards. */
  editedTo: string | undefined;
  deleted: boolean;
}

/** A written conversation. */
export interface Scene {
  lines: readonly SceneLine[];
  /** May come again and again; any other scene comes once, or twice when its gaps make it another. */
  recurring: boolean;
  /** The last one in its channel. */
  last: boolean;
  hasGaps: boolean;
}

const FLAGS = ['*', '!'];
const LINE = /^([a-z]+?)([~x]?): (.*)$/;

function parseLine(source: string): SceneLine {
  const [, role = '', mark = '', text = ''] = LINE.exec(source) ?? [];
  if (!role) throw new Error(`This line of a scene has no speaker: ${source}`);
  const [said = '', editedTo] = mark === '~' ? text.split(' ~> ') : [text];
  return { role, text: said, editedTo, deleted: mark === 'x' };
}

function parseScene(source: string): Scene {
  const rows = source.split('\n');
  const flag = FLAGS.find((candidate) => candidate === rows[0]);
  const lines: SceneLine[] = [];
  for (const row of flag ? rows.slice(1) : rows) {
    const previous = lines.at(-1);
    if (row.startsWith('  ') && previous) previous.text += `\n${row.slice(2)}`;
    else lines.push(parseLine(row));
  }
  return { lines, recurring: flag === '*', last: flag === '!', hasGaps: /\{[a-z]/i.test(source) };
}

/**
 * Reads scenes, parted by empty lines. A line is `speaker: text`; a line that begins with two spaces goes on with the
 * message above; `speaker~: old ~> new` was edited, `speakerx:` deleted. `{name}` is a gap for a word, `{this|that}` a
 * choice; `@b` and `#channel` are mentions; two quotes stand for a backtick, three for a fence. A scene that begins with
 * `*` recurs, one with `!` comes last.
 */
export function parseScenes(source: string): Scene[] {
  return source
    .split(/\n{2,}/)
    .map((part) => part.replace(/^\n+|\n+$/g, ''))
    .filter(Boolean)
    .map(parseScene);
}
