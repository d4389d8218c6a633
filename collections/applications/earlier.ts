import type { Application } from '../kernel/payload-types.ts'
import { answersOf, askedOf, choicesOf, teamOf, type AskedForm, type FormAnswers, type Team } from './form.ts'

// What was sent before an application was changed, and what a change consists of.

/** What of an application is read and scored. `choices`: the ids of collaboratives, the one wanted most first. */
type Content = {
  answers: FormAnswers
  choices: string[]
  team: Team | null
  jobTitle: string
}

/** One version as it was sent, and until when it counted; instants are ISO 8601, in UTC. `asked`: the questions it answers. */
export type EarlierVersion = Content & { sentAt: string; until: string; asked: AskedForm | null }

// Read from the document; it was checked when it was written.
export const earlierVersionsOf = ({ earlier }: Pick<Application, 'earlier'>): EarlierVersion[] =>
  (earlier as EarlierVersion[] | null | undefined) ?? []

/** When it was sent as it is now. */
export const lastSentAt = ({ changedAt, submittedAt }: Pick<Application, 'changedAt' | 'submittedAt'>): string =>
  changedAt ?? submittedAt ?? ''

const contentOf = (application: Application): Content => ({
  answers: answersOf(application),
  choices: choicesOf(application).map(({ collaborative }) => collaborative),
  team: teamOf(application),
  jobTitle: application.jobTitle ?? '',
})

/** The versions of an application that is sent again now: those before, and what it was until now. */
export const withLastVersion = (application: Application, now: Temporal.Instant): EarlierVersion[] => [
  ...earlierVersionsOf(application),
  {
    ...contentOf(application),
    asked: askedOf(application),
    sentAt: lastSentAt(application),
    until: now.toString(),
  },
]

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What is different, as a line for each thing; it names nobody, so that a reader may see it too. */
const changesBetween = (
  before: Content & { asked: AskedForm | null },
  after: Content & { asked: AskedForm | null },
): string[] => {
  const asked = after.asked ?? before.asked
  const texts = (asked?.questions ?? []).flatMap(({ text }, at) => {
    const [was, is] = [before, after].map(({ answers }) => answers.texts[String(at + 1)] ?? '')
    return was === is ? [] : [text]
  })
  return [
    ...(isSame(before.answers.conditions, after.answers.conditions) ? [] : ['Conditions']),
    ...(isSame(before.answers.dates, after.answers.dates) ? [] : ['Dates they can be there']),
    ...(isSame(before.choices, after.choices) ? [] : ['Choices, or their order']),
    ...(isSame(before.team, after.team) ? [] : ['The team']),
    ...(before.jobTitle === after.jobTitle ? [] : ['Job title']),
    ...texts,
  ]
}

/** What has changed in an application since a moment, such as that at which somebody began to read it; none: nothing has. */
export const changesSince = (application: Application, since: Temporal.Instant): string[] => {
  const read = earlierVersionsOf(application).find(
    ({ until }) => Temporal.Instant.compare(Temporal.Instant.from(until), since) > 0,
  )
  return read ? changesBetween(read, { ...contentOf(application), asked: askedOf(application) }) : []
}

/** What the last change was. */
export const lastChanges = (application: Application): string[] => {
  const last = earlierVersionsOf(application).at(-1)
  return last ? changesBetween(last, { ...contentOf(application), asked: askedOf(application) }) : []
}

/** Whether a review is of what was sent before; it has to be done again. */
export const isOfEarlier = (
  { scoredAt }: { scoredAt?: string | null },
  { changedAt }: Pick<Application, 'changedAt'>,
): boolean =>
  Boolean(scoredAt && changedAt) &&
  Temporal.Instant.compare(Temporal.Instant.from(scoredAt!), Temporal.Instant.from(changedAt!)) < 0
