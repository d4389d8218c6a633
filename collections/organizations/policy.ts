/** How many documents of a kind refer to an organization, and what they are called. */
export type Referrer = { one: string; many: string; count: number }

/** Why an organization has to be kept, with who refers to it; undefined: nobody does. */
export const referredBy = (referrers: readonly Referrer[]): string | undefined => {
  const named = referrers
    .filter(({ count }) => count > 0)
    .map(({ one, many, count }) => `${count} ${count === 1 ? one : many}`)
  if (named.length === 0) return undefined
  const list = new Intl.ListFormat('en').format(named)
  return `This organization has to be kept, because ${list} ${named.length === 1 && named[0]!.startsWith('1 ') ? 'refers' : 'refer'} to it.`
}
