import type { Payload } from 'payload'
import { one } from '#collections/kernel/queries.ts'
import type { Break } from '#collections/seals/chain.ts'
import { verifyLog } from '#collections/seals/service/verify.ts'
import { when, type Finding } from './finding.ts'

/** So many breaks are told; more of them say nothing new. */
const TOLD = 10

const ADVICE = 'Compare with a backup, find out who can write to the database past Onramp, and keep a copy as evidence.'

const sentenceFor = async (payload: Payload, broken: Break): Promise<string> => {
  if (broken.kind === 'seal') return `seal ${broken.number} does not fit the one before it`
  if (broken.kind === 'unfounded') return `seal ${broken.number} replaces entries, and nothing in the log says why`
  if (broken.kind === 'missing') return `entry ${broken.entry} is gone`
  const entry = await one({ payload }, 'events', broken.entry)
  const words = broken.kind === 'changed' ? 'was changed after it was written' : 'was slipped in later'
  return `entry ${broken.entry} (“${entry?.summary ?? ''}”, ${entry?.at ?? ''}) ${words}`
}

/** Whether the audit log still is as it was sealed, and where it is not. */
export const logTrouble = async ({ payload }: { payload: Payload }): Promise<Finding[]> => {
  const { breaks } = await verifyLog({ payload })
  const sentences = await Promise.all(breaks.slice(0, TOLD).map((broken) => sentenceFor(payload, broken)))
  const more = breaks.length > TOLD ? `; and ${breaks.length - TOLD} more` : ''
  return when(breaks.length > 0, `The audit log is not as it was written: ${sentences.join('; ')}${more}.`, ADVICE)
}
