import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { ApplicationForm } from '#collections/applications/schema.ts'
import type { Context } from '#collections/context/context.ts'
import type { Collaborative } from '#collections/kernel/payload-types.ts'
import { publicApplications } from '#collections/applications/service/public.ts'
import { tokenFor } from '#collections/context/links.ts'
import { aCollaborative, aDay, aSession } from './builders.ts'

const all = { depth: 0, overrideAccess: true } as const

/** A collaborative with a window, a condition, a question of at most five words, and live dates where it has a minimum. */
export const aProgram = async (
  payload: Payload,
  given: Partial<Collaborative> = {},
  dates: readonly string[] = [],
): Promise<Collaborative> => {
  const data = {
    ...aCollaborative({
      kind: 'community-of-practice',
      conditions: [{ text: 'You teach in a public school.' }],
      questions: [
        { text: 'Why?', kind: 'text', required: true, wordLimit: 5, limitKind: 'hard' },
        { text: 'How many?', kind: 'number', required: false, limitKind: 'hard' },
      ],
      ...(given as Partial<Parameters<typeof aCollaborative>[0]>),
    }),
  }
  const made = await payload.create({ collection: 'collaboratives', data, ...all })
  for (const date of dates)
    await payload.create({
      collection: 'sessions',
      data: aSession({ collaborative: made.id, days: [{ ...aDay, date }], format: 'online' }),
      ...all,
    })
  return made
}

/** A filled-in application that can be sent to `aProgram`; a test says only what it is about. */
export const anApplicationForm = (given: Partial<Record<keyof ApplicationForm, unknown>> = {}): ApplicationForm =>
  ApplicationForm.parse({
    name: 'Jordan Example',
    email: `t${randomUUID()}@example.org`,
    organization: 'other',
    employer: 'River School',
    members: [],
    choices: [],
    conditions: ['yes'],
    dates: [],
    texts: ['To learn with others', '12'],
    attempt: randomUUID(),
    ...given,
  })

/** What applicants do, as the pages do it. */
export const applicantsOf = (context: Context) => {
  const { payload } = context
  const applying = publicApplications(context)
  const applicationsOf = async (email: string) =>
    (await payload.find({ collection: 'applications', where: { email: { equals: email } }, ...all })).docs
  const tokenOf = async (email: string): Promise<string> => {
    const [application] = await applicationsOf(email)
    return tokenFor(context, 'application', application!)
  }
  const messagesTo = async (email: string): Promise<string[]> =>
    (
      await payload.find({ collection: 'messages', where: { to: { equals: email } }, sort: 'createdAt', ...all })
    ).docs.map(({ kind }) => kind)
  return { applying, applicationsOf, tokenOf, messagesTo }
}
