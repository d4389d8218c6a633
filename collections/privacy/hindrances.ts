// What has to be ended before somebody can be erased: nobody may lose a seat, a check or a decision by it, or owe money under no name.

export const HINDRANCES = {
  gone: 'There is no such person.',
  erased: 'This person is erased already.',
  joined: 'This record was joined into another. Erase the other one, and this goes along.',
  coming: 'They are registered for a session that is to come. Cancel it first.',
  fees: 'A fee of theirs is not decided yet. Approve or waive it first.',
  checks: 'A check of theirs is in the drawer, or waited for. Return, deposit or void it first.',
  money: 'A statement to them is not paid, or a line of theirs is not billed yet. Settle it first.',
  applications: 'An application of theirs is open. Withdraw it, or decide it, first.',
  works: 'Work of theirs is being judged. Decide it, or withdraw it, first.',
} as const
export type Hindrance = keyof typeof HINDRANCES

/** What is open of somebody, counted; see `HINDRANCES`. */
export type Open = Record<Exclude<Hindrance, 'gone' | 'erased' | 'joined'>, number>

/** Why somebody cannot be erased now, every reason. Empty: they can. */
export const hindrancesOf = (
  person: { erasedAt?: string | null; joinedInto?: unknown } | undefined,
  open: Open,
): Hindrance[] => {
  if (!person) return ['gone']
  if (person.erasedAt) return ['erased']
  if (person.joinedInto) return ['joined']
  return (Object.keys(open) as (keyof Open)[]).filter((name) => open[name] > 0)
}
