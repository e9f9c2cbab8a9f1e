import { holds } from './globs.ts';
import type { Import } from './read-source.ts';
import { type Row, reserved, testRows, tests } from './table.ts';

/** Says in a phrase what is wrong with an import in `file`, which stands under `row`; nothing when it may stand. */
export function judgeImport(file: string, row: Row, found: Import): string | undefined {
  const { target, specifier } = found;
  if ('missing' in target) return `\`${specifier}\` leads nowhere (relative imports carry their ending)`;
  if ('theirs' in target) return judgeTheirs(file, row, target.theirs);
  return judgeOurs(file, row, { ...found, target: target.ours });
}

function judgeTheirs(file: string, row: Row, name: string): string | undefined {
  const reservation = reserved.find(({ packages }) => holds(packages, name));
  if (reservation && !holds(reservation.place, file))
    return `\`${name}\` stands in ${reservation.place.join(', ')} alone`;
  if (row.only && !holds(row.only, name)) return `${row.name}: may not import \`${name}\`, only ${row.only.join(', ')}`;
  if (row.never && holds(row.never, name)) return `${row.name}: may never import \`${name}\``;
  return undefined;
}

function judgeOurs(file: string, row: Row, found: Omit<Import, 'target'> & { target: string }): string | undefined {
  const { target, specifier, typeOnly } = found;
  if (specifier.startsWith('.') && workspaceOf(file) !== workspaceOf(target)) {
    return `\`${specifier}\` leaves the package: import it by its name`;
  }
  if (holds(tests, target) && !testRows.includes(row.name)) return `${target} is for tests`;
  if (grants(row.values, file, target) || (typeOnly && grants(row.types, file, target))) {
    return grants(row.except, file, target) ? `${row.name}: may never import ${target}` : undefined;
  }
  const hint = grants(row.types, file, target) ? ', only its types' : '';
  return `${row.name}: may not import ${target}${hint}`;
}

/** Whether a glob of the row holds the target, with `<domain>` and `<workspace>` filled in for the importing file. */
function grants(globs: readonly string[] | undefined, file: string, target: string): boolean {
  const domain = /^(?:packages|apps)\/[^/]+\/src\/[^/]+(?=\/)/.exec(file)?.[0];
  const open = (globs ?? []).filter((glob) => domain !== undefined || !glob.includes('<domain>'));
  const placed = open.map((glob) => glob.replace('<domain>', domain ?? '').replace('<workspace>', workspaceOf(file)));
  return holds(placed, target);
}

/** The root, with `scripts` and `test`, is a workspace too; its name is empty. */
function workspaceOf(file: string): string {
  return /^(?:packages|apps)\/[^/]+|^(?:tooling|e2e|bench|chaos)(?=\/)/.exec(file)?.[0] ?? '';
}
