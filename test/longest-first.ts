import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take far longer than their size says: begun last, they would be waited for alone. */
const long =
  /\/(matrix\/access|chaos|embedded-postgres|apply-equals-refetch|history|account|list-messages\.plan)\.test\.ts$/;

function rank({ moduleId, project }: TestSpecification): number {
  if (project.name === 'unit') return 3;
  if (project.name === 'service') return 2;
  return long.test(moduleId) ? 0 : 1;
}

/** One project after another, so that files find loaded what those before them loaded; in each, what takes long comes first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
