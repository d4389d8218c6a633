import type { Payload } from 'payload'
import { passing } from '../../kernel/queries.ts'
import { openChain, type Break } from '../chain.ts'
import { LATE, sealFrom } from './seal.ts'

const SEAL = ['number', 'at', 'before', 'hash', 'through', 'entries', 'removed', 'because'] as const
const ENTRY = [
  'key',
  'at',
  'kind',
  'summary',
  'actor',
  'reason',
  'data',
  'changes',
  'request',
  'nonce',
  'createdAt',
] as const

/** How much of the log is sealed, the last hash, and where the chain breaks, if it does. */
export type Verified = { breaks: Break[]; sealed: number; hash: string }

/** Goes through the chain and the whole log, a page at a time; changes nothing. */
export const verifyLog = async ({ payload }: { payload: Payload }): Promise<Verified> => {
  const chain = openChain()
  let through = ''
  for await (const seals of passing({ payload }, 'seals', {}, SEAL, { by: 'number' }))
    for (const seal of seals) {
      chain.seal(sealFrom(seal))
      through = seal.through
    }
  const newFrom = through ? Date.parse(through) - LATE : 0
  for await (const entries of passing({ payload }, 'events', {}, ENTRY, { by: 'createdAt' }))
    for (const entry of entries) chain.entry(entry, Date.parse(entry.createdAt) > newFrom)
  return chain.end()
}
