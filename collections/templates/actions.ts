import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import type { Locale } from '../values/locale.ts'
import { DEFAULTS } from './defaults.ts'
import { hashedText, isOurs } from './former.ts'
import type { Wording } from './placeholders.ts'
import { MESSAGE_KINDS, type MessageKind } from './states.ts'

type Reading = { locale: Locale; isDraft?: boolean }

/** The words of a kind of message: those that are published (or the newest draft), and ours where there are none. */
export const wordingOf = async (
  payload: Payload,
  kind: MessageKind,
  { locale, isDraft = false }: Reading,
): Promise<Wording> => {
  const { docs } = await payload.find({
    collection: 'templates',
    depth: 0,
    draft: isDraft,
    limit: 1,
    locale,
    overrideAccess: true,
    pagination: false,
    where: isDraft
      ? { kind: { equals: kind } }
      : { and: [{ kind: { equals: kind } }, { _status: { equals: 'published' } }] },
  })
  const [found] = docs
  const ours = DEFAULTS[kind]
  // A draft may be half written.
  return { subject: found?.subject || ours.subject, body: found?.body || ours.body }
}

const hashOf = (wording: Wording): string => createHash('sha256').update(hashedText(wording)).digest('hex').slice(0, 16)

/** Where the texts are remembered that a database was given, by their hashes. */
const GIVEN = 'wordings-given'

/**
 * Writes the words every message begins with, for staff to change. A text that still is what an earlier release gave becomes that
 * of this one; one that staff changed, or have begun to change, is left as it is.
 */
export const writeWordings = async (payload: Payload): Promise<void> => {
  const shared = { collection: 'templates', depth: 0, overrideAccess: true } as const
  const { docs } = await payload.find({ ...shared, draft: true, pagination: false })
  const written = new Map(docs.map((doc) => [doc.kind, doc]))
  const given = (await payload.kv.get<Partial<Record<MessageKind, string>>>(GIVEN)) ?? {}
  for (const kind of MESSAGE_KINDS) {
    const ours = DEFAULTS[kind]
    const newest = written.get(kind)
    if (!newest) await payload.create({ ...shared, data: { kind, ...ours, _status: 'published' } })
    else if (newest._status === 'published') {
      const hash = hashOf({ subject: newest.subject, body: newest.body })
      if (hash !== hashOf(ours) && isOurs(kind, hash, given[kind]))
        await payload.update({ ...shared, id: newest.id, data: { ...ours, _status: 'published' } })
    }
  }
  await payload.kv.set(GIVEN, Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, hashOf(DEFAULTS[kind])])))
}
