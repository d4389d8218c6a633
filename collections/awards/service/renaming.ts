import { SYSTEM } from '../../kernel/act.ts'
import { change } from '../../kernel/change.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import type { Award, Person } from '../../kernel/payload-types.ts'
import { formerOf } from '../../people/identity.ts'
import { actOf, type Context } from '../../context/context.ts'
import { badgeWithName } from './badges.ts'

/** The badge with the right name, where it shows one: signed anew, because nobody can change what was signed. */
const signedAnew = async (context: Context, award: Award): Promise<string | undefined> => {
  if (!award.signed || !award.showsName) return undefined
  const submission = await one(context, 'submissions', idOf(award.submission) ?? '')
  return submission && badgeWithName(context, award, submission, true)
}

/** Has an award carry the name its holder has now, where it has one from before it was corrected. */
export const renameAward = async (context: Context, award: Award, person: Person): Promise<void> => {
  const { names, emails } = formerOf(person)
  const isRenamed = names.includes(award.name)
  if (!isRenamed && !emails.includes(award.email)) return
  const name = isRenamed ? person.name : award.name
  const signed = isRenamed ? await signedAnew(context, { ...award, name }) : undefined
  const patch = {
    name,
    ...(emails.includes(award.email) && { email: person.email }),
    ...(signed && { signed }),
  }
  await change(
    actOf(context, SYSTEM),
    'awards',
    award,
    patch,
    isRenamed
      ? ({ id, revision }) => ({
          key: `award:${id}:renamed:${revision}`,
          kind: 'award.renamed',
          summary: `${name}: issued anew with the corrected name, ${award.title}`,
          registration: idOf(award.registration),
          submission: idOf(award.submission),
          person: person.id,
          data: { award: award.code },
        })
      : null,
  )
}
