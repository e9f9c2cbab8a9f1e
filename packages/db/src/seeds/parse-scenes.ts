/** An emoji on a line: of those named, and of so many more. */
export interface SceneReaction {
  readonly emoji: string;
  readonly by: readonly string[];
  readonly others: number;
}

export interface SceneLine {
  /** A letter, for whoever is cast, or a handle. */
  role: string;
  text: string;
  /** What the text was changed to afterwards. */
  editedTo: string | undefined;
  deleted: boolean;
  /** Said in the thread of the last line that is not in one. */
  inThread: boolean;
  reactions: readonly SceneReaction[];
  pinnedBy: string | undefined;
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
/** Only a letter may have an `x` behind it: names end in one. */
const LINE = /^(> )?([a-z](?=x:)|[a-z]+)([~x]?): (.*)$/;

function parseLine(source: string): SceneLine {
  const [, thread, role = '', mark = '', text = ''] = LINE.exec(source) ?? [];
  if (!role) throw new Error(`This line of a scene has no speaker: ${source}`);
  const [said = '', editedTo] = mark === '~' ? text.split(' ~> ') : [text];
  const inThread = thread !== undefined;
  return { role, text: said, editedTo, deleted: mark === 'x', inThread, reactions: [], pinnedBy: undefined };
}

/** `🎉 jonas 3, 👀 2`: an emoji, who set it, and how many more did. */
function parseReactions(source: string): SceneReaction[] {
  return source.split(', ').map((part) => {
    const [emoji = '', ...by] = part.split(' ');
    const others = Number(by.at(-1));
    return Number.isInteger(others) ? { emoji, by: by.slice(0, -1), others } : { emoji, by, others: 0 };
  });
}

/** What a row says about the line above it; false for a row that is a line itself. */
function addTo(line: SceneLine | undefined, row: string): boolean {
  const rest = row.slice(2);
  if (!line) return false;
  if (row.startsWith('  ')) line.text += `\n${rest}`;
  else if (row.startsWith('+ ')) line.reactions = parseReactions(rest);
  else if (row.startsWith('^ ')) line.pinnedBy = rest;
  else return false;
  return true;
}

function parseScene(source: string): Scene {
  const rows = source.split('\n');
  const flag = FLAGS.find((candidate) => candidate === rows[0]);
  const lines: SceneLine[] = [];
  for (const row of flag ? rows.slice(1) : rows) {
    if (!addTo(lines.at(-1), row)) lines.push(parseLine(row));
  }
  return { lines, recurring: flag === '*', last: flag === '!', hasGaps: /\{[a-z]/i.test(source) };
}

/**
 * Reads scenes, parted by empty lines. A line is `speaker: text`; a line that begins with two spaces goes on with the
 * message above; `speaker~: old ~> new` was edited, `speakerx:` deleted, `> speaker:` said in the thread of the line above.
 * `+ 🎉 ana 2` are reactions to the line above, `^ ana` is who pinned it. `{name}` is a gap for a word, `{this|that}` a
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
