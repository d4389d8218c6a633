import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Submission } from '#collections/kernel/payload-types.ts'
import { beginWork } from '#collections/submissions/service/begin.ts'
import { receiveEvidence } from '#collections/submissions/service/receive.ts'
import { saveWork } from '#collections/submissions/service/save.ts'
import { workView } from '#collections/submissions/service/submission-view.ts'
import { admit } from '#collections/submissions/service/upload.ts'
import { openWork } from '#collections/submissions/service/submission.ts'
import { BeginForm, SaveForm } from '#collections/submissions/schema.ts'
import { credentials } from '#seed/content/credentials.ts'
import { openTestDesk } from './desk.ts'

const all = { depth: 0, overrideAccess: true } as const

type Item = { text?: string; option?: number; link?: string; was?: string }

/** A desk with Purposeful Collaboration, and what people do with it. */
export const openWorkDesk = async () => {
  const desk = await openTestDesk()
  const { payload, context } = desk
  const credential = await payload.create({
    collection: 'credentials',
    data: { ...credentials[0]!, contacts: [], _status: 'published' },
    ...all,
  })
  const begin = (given: Partial<BeginForm> = {}) =>
    beginWork(
      context,
      'purposeful-collaboration',
      BeginForm.parse({
        name: 'Jordan Example',
        email: `t${randomUUID()}@example.org`,
        organization: 'other',
        employer: 'River School',
        ...given,
      }),
    )
  const submissionsOf = async (email: string): Promise<Submission[]> =>
    (await payload.find({ collection: 'submissions', where: { email: { equals: email } }, sort: 'createdAt', ...all }))
      .docs
  const tokenOf = ({ id, linkVersion }: Submission): Promise<string> =>
    context.tokens.sign('submission', { s: id, v: linkVersion }, context.now)
  const begun = async (given: Partial<BeginForm> = {}) => {
    const email = `t${randomUUID()}@example.org`
    await begin({ email, ...given })
    const submission = (await submissionsOf(given.email ?? email)).at(-1)!
    return { email, submission, token: await tokenOf(submission) }
  }
  const view = async (token: string) => {
    const opened = await openWork(context, token)
    if (!opened.ok) throw new Error(opened.refusal)
    return workView(context, opened.work)
  }
  /** Saves over what is there now, unless a stamp is given. */
  const save = async (token: string, items: Record<string, Item>, note?: string) => {
    const { items: shown, noteStamp } = await view(token)
    const stamped = Object.entries(items).map(([key, item]) => [
      key,
      { was: shown.find((one) => one.item.key === key)?.stamp ?? '', ...item, option: item.option?.toString() },
    ])
    const form = { items: Object.fromEntries(stamped), noteWas: noteStamp, ...(note !== undefined && { note }) }
    return saveWork(context, token, SaveForm.parse(form))
  }
  const add = async (token: string, item: string, name: string, bytes: Buffer | Readable) => {
    const admitted = await admit(context, { token, item, length: 0 })
    if (!admitted.ok) return admitted
    const stream = Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes
    return receiveEvidence(context, admitted.ticket, { stream, name })
  }
  const messagesTo = async (email: string): Promise<string[]> =>
    (
      await payload.find({ collection: 'messages', where: { to: { equals: email } }, sort: 'createdAt', ...all })
    ).docs.map(({ kind }) => kind)
  return { ...desk, credential, begin, begun, submissionsOf, tokenOf, view, save, add, messagesTo }
}

export type WorkDesk = Awaited<ReturnType<typeof openWorkDesk>>
