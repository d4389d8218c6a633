import type { CredentialView } from '../credentials/view.ts'
import { outcomeOf, slotsOf, type Slot } from '../reviews/policy.ts'
import type { Scores } from '../submissions/scores.ts'
import { itemsOf, titleOf } from '../submissions/parts.ts'

/** What a badge says of itself in every reader: the contexts of its words, its kinds, and the schema it can be checked by. */
export const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const
const SCHEMA = {
  id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019',
} as const

/** `image`: the address of a picture; none: it has none. */
export type Profile = { id: string; name: string; url: string; image?: string }

/** Evidence as it may be named in a badge. Only what its owner made public ever is. */
export type Evidence = { url: string; name: string; genre: string | null; isPublic: boolean }

/** A place in a framework the achievement belongs to, such as one of the nine strategies. */
export type Alignment = { name: string; url: string; framework: string | null; code: string | null }

/** Addresses are absolute. `recipient`: a `urn:uuid:` or `did:` of the person, and the name only where they agreed to show it. */
export type Award = {
  id: string
  issuer: Profile
  recipient: { id: string; name: string | null }
  awardedAt: Temporal.Instant
  expiresAt: Temporal.Instant | null
  achievementUrl: string
  /** A picture of the achievement, as an address or as one that is the picture itself; null: it has none. */
  image?: string | null
  /** Where the micro-credential is described, if the achievement has an address of its own. */
  criteriaUrl?: string
  alignments: readonly Alignment[]
  /** Where revoked badges are listed. */
  revocationsUrl: string
  evidence: readonly Evidence[]
  scores: Scores
}

/** The edition of the credential that the work was judged by. */
export type Judged = Pick<
  CredentialView,
  'title' | 'summary' | 'keyMethod' | 'parts' | 'levels' | 'levelPoints' | 'criteria' | 'passRule'
>

const resultId = (achievementUrl: string, { id }: Slot): string => `${achievementUrl}#result-${id.replace('/', '-')}`
const levelId = (achievementUrl: string, slot: Slot, level: string): string =>
  `${resultId(achievementUrl, slot)}-level-${slot.levels.indexOf(level) + 1}`

/** "Building Capacity: Facilitate", "Needs Assessment". */
const nameOf = (slot: Slot, { parts }: Judged): string => {
  const item = itemsOf(parts).find(({ key }) => key === slot.item)
  const title = item ? titleOf(item) : slot.item
  return slot.criterion === null ? title : `${title}: ${slot.criterion}`
}

/** What a level means: the rubric's words for a criterion, or what a passing answer does. */
const descriptionOf = (slot: Slot, level: string, { parts, criteria }: Judged): string | undefined => {
  const criterion = criteria.find(({ name }) => name === slot.criterion)
  if (criterion) return criterion.levels[slot.levels.indexOf(level)]
  const item = itemsOf(parts).find(({ key }) => key === slot.item)
  return item?.kind === 'prompt' && level === slot.required ? (item.prompt.passing ?? undefined) : undefined
}

/** A criterion as readers of badges know it; its levels run from the lowest to the highest, as the standard asks. */
const resultDescription = (slot: Slot, judged: Judged, { achievementUrl }: Award) => ({
  id: resultId(achievementUrl, slot),
  type: ['ResultDescription'],
  name: nameOf(slot, judged),
  resultType: 'RubricCriterionLevel',
  requiredLevel: levelId(achievementUrl, slot, slot.required),
  rubricCriterionLevel: slot.levels.toReversed().map((level) => {
    const description = descriptionOf(slot, level, judged)
    return {
      id: levelId(achievementUrl, slot, level),
      type: ['RubricCriterionLevel'],
      name: level,
      level,
      ...(description !== undefined && { description }),
    }
  }),
})

/** How many of the scores were needed, where not all were. */
const neededOf = ({ passRule: { needed, atLeast } }: Judged): string[] => {
  if (needed === 'some') return [`At least ${atLeast} of the criteria of each component were needed.`]
  return needed === 'points' ? [`At least ${atLeast} points in all were needed.`] : []
}

/** Markdown: the method, and each thing that was judged with the level it needed. */
const narrativeOf = (slots: readonly Slot[], judged: Judged): string =>
  [
    judged.keyMethod,
    slots.map((slot) => `- ${nameOf(slot, judged)}: ${slot.required}`).join('\n'),
    ...neededOf(judged),
  ].join('\n\n')

const alignment = ({ name, url, framework, code }: Alignment) => ({
  type: ['Alignment'],
  targetName: name,
  targetUrl: url,
  ...(framework !== null && { targetFramework: framework }),
  ...(code !== null && { targetCode: code }),
})

const evidence = ({ url, name, genre }: Evidence) => ({
  id: url,
  type: ['Evidence'],
  name,
  ...(genre !== null && { genre }),
})

const moment = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'second' })
const image = (id: string | null | undefined, caption: string) => (id ? { image: { id, type: 'Image', caption } } : {})
const profile = ({ id, name, url, image: picture }: Profile) => ({
  id,
  type: ['Profile'],
  name,
  url,
  ...image(picture, name),
})
const some = <Key extends string, T>(key: Key, rows: readonly T[]): Partial<Record<Key, readonly T[]>> =>
  rows.length > 0 ? ({ [key]: rows } as Record<Key, readonly T[]>) : {}

/**
 * A micro-credential as an Open Badges 3.0 credential, unsigned: what was judged, criterion by criterion, and the level reached
 * in each. Built from its input alone, the same every time, so that a signature holds. It never carries an e-mail address,
 * comments of reviewers, or evidence that is not public; identity is not hashed, because that protects nobody (1EdTech's own
 * discussion, their number 610). Moments are in UTC, whole seconds. Throws a RangeError for scores that do not pass by the
 * credential's rule. Source: 1EdTech, Open Badges 3.0, data model; the levels are those of seed 3.
 */
export const openBadge = (award: Award, judged: Judged) => {
  const judgedItems = new Set(Object.keys(award.scores).map((id) => id.split('/')[0]))
  const slots = slotsOf(judged, (item) => !judgedItems.has(item))
  const { state } = outcomeOf(slots, award.scores, judged)
  if (state !== 'passed') throw new RangeError(`There is no badge for scores that are ${state}.`)
  const { issuer, recipient, achievementUrl } = award
  return {
    '@context': CONTEXTS,
    id: award.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: judged.title,
    description: judged.summary,
    issuer: profile(issuer),
    validFrom: moment(award.awardedAt),
    ...(award.expiresAt && { validUntil: moment(award.expiresAt) }),
    credentialSubject: {
      id: recipient.id,
      type: ['AchievementSubject'],
      ...(recipient.name !== null && {
        identifier: [{ type: 'IdentityObject', hashed: false, identityHash: recipient.name, identityType: 'name' }],
      }),
      achievement: {
        id: achievementUrl,
        type: ['Achievement'],
        achievementType: 'MicroCredential',
        name: judged.title,
        description: judged.summary,
        ...image(award.image, judged.title),
        criteria: { id: award.criteriaUrl ?? achievementUrl, narrative: narrativeOf(slots, judged) },
        creator: profile(issuer),
        ...some('alignment', award.alignments.map(alignment)),
        resultDescription: slots.map((slot) => resultDescription(slot, judged, award)),
      },
      result: slots.map((slot) => ({
        type: ['Result'],
        resultDescription: resultId(achievementUrl, slot),
        achievedLevel: levelId(achievementUrl, slot, award.scores[slot.id]!.level),
      })),
    },
    ...some('evidence', award.evidence.filter(({ isPublic }) => isPublic).map(evidence)),
    credentialSchema: [SCHEMA],
    credentialStatus: { id: award.revocationsUrl, type: '1EdTechRevocationList' },
  }
}
