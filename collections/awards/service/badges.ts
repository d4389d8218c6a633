import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { decodeJwt } from 'jose'
import { openBadge } from '../badge.ts'
import { codeFrom, expiryOf } from '../policy.ts'
import type { Badge } from '../view.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { create } from '../../kernel/change.ts'
import { paths } from '../../kernel/paths.ts'
import { idOf } from '../../kernel/related.ts'
import type { Scores } from '../../submissions/scores.ts'
import { contentsOf, type Edition, type Version } from '../../submissions/edition.ts'
import type { Award, Submission } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { givenEntry } from '../log.ts'
import { pictureInside } from './pictures.ts'
import { signBadge } from './sign.ts'

/** The framework the strategies belong to, as its source names it. */
const FRAMEWORK = 'Reimagine Minnesota'

/** A code nobody can guess: 31 letters, twenty of them, by chance. */
export const newCode = (): string => codeFrom(randomBytes(64))

/** The issuer as it stands in every badge. */
export const issuerOf = async ({ siteUrl, agency }: Pick<Context, 'siteUrl' | 'agency'>) => ({
  id: siteUrl + paths.issuer,
  name: (await agency()).name,
  url: siteUrl + paths.home,
  image: siteUrl + paths.issuerPicture,
})

/**
 * Tells editions of a credential apart by what was asked and how it was judged: a rubric that was changed is another achievement,
 * whose levels mean something else. The same edition has the same code, whoever earns it.
 */
const editionCode = ({
  title,
  parts,
  levels,
  levelPoints,
  criteria,
  passRule: { note: _, ...rule },
}: Edition): string =>
  createHash('sha256')
    .update(JSON.stringify([title, parts, levels, levelPoints ?? [], criteria, rule]))
    .digest('hex')
    .slice(0, 12)

/** The levels that count: of each version that was judged, a later one over an earlier, as what is met stays met. */
const scoresOf = (versions: readonly Version[]): Scores => Object.assign({}, ...versions.map(({ scores }) => scores))

type Given = { code: string; recipient: string; name: string | null }

/** The badge a submission earned, signed, and when it was earned. Throws a RangeError for work that has not passed. */
const badgeOf = async (context: Context, submission: Submission, { code, recipient, name }: Given) => {
  const { siteUrl, zone } = context
  const { edition, versions } = contentsOf(submission)
  const last = versions.at(-1)
  if (!last) throw new RangeError(`Submission ${submission.id} has not been judged.`)
  const awardedAt = Temporal.Instant.from(last.releasedAt)
  const expiresAt = expiryOf(awardedAt, edition.validMonths, zone)
  const issuer = await issuerOf(context)
  const badge = openBadge(
    {
      id: siteUrl + paths.verify(code),
      issuer,
      recipient: { id: recipient, name },
      awardedAt,
      expiresAt,
      achievementUrl: siteUrl + paths.achievement(edition.slug, editionCode(edition)),
      criteriaUrl: siteUrl + paths.credential(edition.slug),
      image: await pictureInside(context, edition.title, issuer.name),
      alignments: edition.strategies.map(({ name, slug }) => ({
        name,
        url: siteUrl + paths.strategy(slug),
        framework: FRAMEWORK,
        code: null,
      })),
      revocationsUrl: siteUrl + paths.revocations,
      // Nothing that was handed in is public: there is no way yet for its owner to say so.
      evidence: [],
      scores: scoresOf(versions),
    },
    edition,
  )
  return { edition, awardedAt, expiresAt, signed: await signBadge(badge, await context.badgeKeys(), siteUrl) }
}

/**
 * Gives the micro-credential a submission earned: one award for one key, whoever works it out and however often. The name is in
 * the badge only where the person agreed to that when they sent their work. Undefined: it was given before.
 */
export const giveBadge = async (
  context: Context,
  submission: Submission,
  key = `submission:${submission.id}`,
): Promise<Award | undefined> => {
  const { name, email, person, credential, id } = submission
  const showsName = submission.showsName ?? false
  const code = newCode()
  const recipient = `urn:uuid:${randomUUID()}`
  const made = await badgeOf(context, submission, { code, recipient, name: showsName ? name : null })
  const award = {
    key,
    code,
    kind: 'credential',
    title: made.edition.title,
    person: idOf(person),
    name,
    email,
    showsName,
    submission: id,
    credential: idOf(credential),
    awardedAt: made.awardedAt.toString(),
    ...(made.expiresAt && { expiresAt: made.expiresAt.toString() }),
    signed: made.signed,
  } as const
  return create(actOf(context, SYSTEM), 'awards', award, givenEntry)
}

/** What a signed badge says; null for an award without one. */
export const badgeIn = ({ signed }: Pick<Award, 'signed'>): Badge | null =>
  signed ? (decodeJwt(signed) as unknown as Badge) : null

/** The same badge with or without its holder's name, signed anew; undefined where the work is gone. */
export const badgeWithName = async (
  context: Context,
  award: Award,
  submission: Submission,
  showsName: boolean,
): Promise<string> => {
  const recipient = badgeIn(award)!.credentialSubject.id
  const { signed } = await badgeOf(context, submission, {
    code: award.code,
    recipient,
    name: showsName ? award.name : null,
  })
  return signed
}
