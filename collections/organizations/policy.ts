/** How many documents of a kind refer to an organization, and what they are called. */
export type Referrer = { one: string; many: string; count: number }

const countsOf = (referrers: readonly Referrer[]): string[] =>
  referrers.filter(({ count }) => count > 0).map(({ one, many, count }) => `${count} ${count === 1 ? one : many}`)

/** Why an organization has to be kept, with who refers to it; undefined: nobody does. */
export const referredBy = (referrers: readonly Referrer[]): string | undefined => {
  const named = countsOf(referrers)
  if (named.length === 0) return undefined
  const list = new Intl.ListFormat('en').format(named)
  return `This organization has to be kept, because ${list} ${named.length === 1 && named[0]!.startsWith('1 ') ? 'refers' : 'refer'} to it.`
}

type Mergeable = { id: string; mergedInto: string | null }

export const ORGANIZATION_REFUSALS = {
  'not-found': 'This organization is gone. Nothing was changed.',
  'no-target': 'Choose the organization that takes it over.',
  itself: 'An organization cannot be merged into itself.',
  'merged-elsewhere': 'It was merged into another organization before.',
  'target-merged': 'The organization you chose was merged into another one itself. Choose that one.',
  'no-reason': 'Give a reason. It stays in the log.',
  'linked-elsewhere': 'This name is linked to another organization by now. Nothing was changed; look at it again.',
  'no-payer': 'There is no such payer outside the list.',
  'changed-meanwhile': 'Somebody else changed this organization in the same moment. Look at it again.',
} as const
export type OrganizationRefusal = keyof typeof ORGANIZATION_REFUSALS

/** Why an organization cannot be merged into another; undefined means it can. Doing it again completes what was cut off. */
export const refusalToMerge = (
  from: Mergeable,
  into: Mergeable | undefined,
  reason: string,
): OrganizationRefusal | undefined => {
  if (!into) return 'no-target'
  if (from.id === into.id) return 'itself'
  if (into.mergedInto) return 'target-merged'
  if (from.mergedInto && from.mergedInto !== into.id) return 'merged-elsewhere'
  return reason.trim() ? undefined : 'no-reason'
}

/** Whether a promise that a member district made for everyone it hosts holds for a session whose last day is `day`. */
export const isPromised = (
  { blanketPromise, blanketUntil }: { blanketPromise?: boolean | null; blanketUntil?: string | null },
  day: string,
): boolean => Boolean(blanketPromise) && (!blanketUntil || day <= blanketUntil)
