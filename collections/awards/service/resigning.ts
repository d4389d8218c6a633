import { decodeProtectedHeader } from 'jose'
import { SYSTEM } from '../../kernel/act.ts'
import { change } from '../../kernel/change.ts'
import { idOf } from '../../kernel/related.ts'
import type { Award } from '../../kernel/payload-types.ts'
import { one } from '../../kernel/queries.ts'
import { actOf, type Context } from '../../context/context.ts'
import { badgeWithName } from './badges.ts'

/** The name of the key a badge was signed with; '' where it says none. */
export const keyOf = (signed: string): string =>
  (decodeProtectedHeader(signed).kid ?? '')
    .split('/')
    .at(-1)!
    .replace(/\.json$/, '')

/** Signs the same badge with the key of now. One whose work is gone stays as it is. */
export const signAnew = async (context: Context, award: Award): Promise<void> => {
  const submission = await one(context, 'submissions', idOf(award.submission) ?? '')
  if (!submission) return
  const signed = await badgeWithName(context, award, submission, award.showsName)
  await change(actOf(context, SYSTEM), 'awards', award, { signed }, ({ revision }) => ({
    key: `award:${award.id}:signed:${revision}`,
    kind: 'award.signed-anew',
    summary: `${award.name}: signed anew, because a key was retired, ${award.title}`,
    submission: submission.id,
  }))
}
