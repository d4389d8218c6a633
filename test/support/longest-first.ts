import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The files that take longest, the longest first, for a checkout in which nothing was run before. Where one ends up late, it runs
 * alone while the other worker has nothing left to do.
 */
const LONGEST = [
  'walks/followups',
  'database/money',
  'database/selecting',
  'database/histories',
  'database/cancellation',
  'database/access',
  'walks/desk',
  'walks/publish',
  'walks/wide',
  'walks/submitting',
  'walks/awards',
  'walks/reviews',
  'walks/admin-command',
  'walks/process',
  'walks/community',
  'walks/credential',
  'walks/phone',
  'walks/keyboard',
  'walks/drafts',
  'http/year',
  'http/verify',
  'http/rest',
]

const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`))
  return at < 0 ? LONGEST.length : at
}

/** By project as ever; in it the longest files first, then as vitest does: what took longest last time, or is largest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...Map.groupBy(sorted, ({ project }) => project.name).values()].flatMap((of) =>
      of.toSorted((one, other) => rankOf(one) - rankOf(other)),
    )
  }
}
