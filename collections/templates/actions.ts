import type { Payload } from 'payload'
import type { Locale } from '../values/locale.ts'
import { DEFAULTS } from './defaults.ts'
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

/** Writes the words every message begins with, for staff to change. What is there is left as it is. */
export const writeWordings = async (payload: Payload): Promise<void> => {
  const shared = { collection: 'templates', depth: 0, overrideAccess: true } as const
  const { docs } = await payload.find({ ...shared, draft: true, pagination: false, select: { kind: true } })
  const written = new Set(docs.map(({ kind }) => kind))
  for (const kind of MESSAGE_KINDS)
    if (!written.has(kind)) await payload.create({ ...shared, data: { kind, ...DEFAULTS[kind], _status: 'published' } })
}
