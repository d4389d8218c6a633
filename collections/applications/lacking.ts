import { limitOf, countWords } from '../values/word-count.ts'
import { Email } from '../values/typed.ts'
import { countOf } from '../values/words.ts'
import type { AskedForm, FormAnswers, Member } from './form.ts'
import type { Question } from '../collaboratives/questions.ts'
import { refusalOfChoices } from './policy.ts'
import type { ApplicationForm } from './schema.ts'
import { SUBMIT_REFUSALS } from './states.ts'

// What an application needs before it can be sent: each thing at its field, all at once.

/** Sentences by field; see `fieldAt`. */
export type Lacking = Record<string, string>

/** The answers in the shape in which they are kept. What the program does not ask is left out. */
export const answersIn = (
  asked: AskedForm,
  form: Pick<ApplicationForm, 'conditions' | 'dates' | 'texts'>,
): FormAnswers => ({
  conditions: asked.conditions.map((_, at) => {
    const said = form.conditions[at]
    return said ? said === 'yes' : null
  }),
  dates: asked.dates.filter((date) => form.dates.includes(date)),
  texts: Object.fromEntries(
    asked.questions.flatMap((_, at) => (form.texts[at] ? [[String(at + 1), form.texts[at]] as const] : [])),
  ),
})

/** Digits, with commas between thousands and a decimal point where people put them. */
const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/

/** Why an answer cannot be sent as it is; undefined means it can. */
export const refusalOfAnswer = (question: Question, text: string): string | undefined => {
  if (text === '') return question.isRequired ? 'Answer this question.' : undefined
  if (question.kind === 'choice' && !question.choices.includes(text)) return 'Choose one of the answers.'
  if (question.kind === 'number' && !NUMBER.test(text)) return 'Write a number, in digits.'
  if (question.kind !== 'text') return undefined
  const standing = limitOf(question, countWords(text))
  return standing.state === 'over' && standing.kind === 'hard'
    ? `This is ${countOf(standing.by, 'word', 'words')} too many. At most ${question.wordLimit} can be sent.`
    : undefined
}

/** What is wrong with the people a team names: everybody has a name and a mailbox of their own, and stands there once. */
export const refusalsOfMembers = (members: readonly Member[]): Lacking => {
  const errors: Lacking = {}
  const seen = new Set<string>()
  for (const [at, { name, email }] of members.entries()) {
    const read = Email.safeParse(email)
    const field = `member-${at + 1}`
    if (name === '') errors[field] = `Give the name of person ${at + 1}.`
    else if (!read.success) errors[field] = `Give an e-mail address for ${name}. It looks like name@example.org.`
    else if (seen.has(read.data))
      errors[field] = `${read.data} stands there twice. Everybody needs a mailbox of their own.`
    if (read.success) seen.add(read.data)
  }
  return errors
}

/** The people of a team as they are kept. */
export const membersIn = (members: readonly Member[]): Member[] =>
  members.map(({ name, email, jobTitle }) => ({ name, email: email.toLowerCase(), jobTitle }))

const CONDITION = 'Answer with yes or no.'

const aboutTeam = ({ teamName, teamKind, members, choices }: ApplicationForm, asked: AskedForm): Lacking => {
  const refusal = refusalOfChoices(
    choices,
    asked.offered.map(({ slug }) => slug),
  )
  return {
    ...(teamName === '' && { teamName: 'Give the name of your team.' }),
    ...(teamKind === '' && { teamKind: 'Choose what your team is from.' }),
    ...refusalsOfMembers(members),
    ...(refusal && { choices: SUBMIT_REFUSALS[refusal] }),
  }
}

/**
 * What keeps an application from being sent, by field; empty where nothing does. Whether somebody is eligible is another
 * question: an application that says "no" can be sent. `isListed`: whether an organization is on the list.
 */
export const lackingIn = (
  asked: AskedForm,
  form: ApplicationForm,
  isListed: (organization: string) => boolean,
): Lacking => {
  const errors: Lacking = {}
  for (const at of asked.conditions.keys()) if (!form.conditions[at]) errors[`condition-${at + 1}`] = CONDITION
  if (asked.minimum !== null && asked.dates.length > 0 && !asked.dates.some((date) => form.dates.includes(date)))
    errors['dates'] = 'Tick the dates on which you can be there.'
  if (form.organization !== 'other' && !isListed(form.organization))
    errors['organization'] = 'Choose from the list, or “not listed”.'
  if (form.organization === 'other' && form.employer === '') errors['employer'] = 'Give the name of the organization.'
  if (asked.applicant === 'team') Object.assign(errors, aboutTeam(form, asked))
  for (const [at, question] of asked.questions.entries()) {
    const refusal = refusalOfAnswer(question, form.texts[at] ?? '')
    if (refusal) errors[`answer-${at + 1}`] = refusal
  }
  return errors
}
