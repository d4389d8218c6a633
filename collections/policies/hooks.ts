import type { CollectionBeforeChangeHook } from 'payload'
import type { Policy } from '../kernel/payload-types.ts'
import { refused } from '../kernel/refused.ts'
import { contradictionIn, contradictionText } from './contradiction.ts'
import { rivalOf } from './force.ts'
import { POLICY_KIND_LABELS } from './states.ts'
import { policyNumbers } from './view.ts'

type Node = { [key: string]: unknown; text?: unknown; children?: unknown }

/** The words of a text, its blocks apart. */
const wordsOf = (nodes: readonly Node[]): string =>
  nodes
    .map(({ text, children }) =>
      typeof text === 'string' ? text : wordsOf((children as Node[] | undefined) ?? []) + ' ',
    )
    .join('')

const plain = (text: Policy['rule']): string => wordsOf(text?.root.children ?? [])

/** Refuses to publish a text that states other numbers than the policy computes with. */
export const agreeWithNumbers: CollectionBeforeChangeHook<Policy> = ({ data, originalDoc, req }) => {
  const policy = { ...originalDoc, ...data } as Policy
  if (policy._status !== 'published' || (policy.kind !== 'cancellation' && policy.kind !== 'guests')) return data
  const numbers = policyNumbers(policy)
  for (const [path, text] of [
    ['summary', policy.summary ?? ''],
    ['plain', plain(policy.plain)],
    ['rule', plain(policy.rule)],
  ] as const) {
    const said = contradictionIn(text, numbers)
    if (said) throw refused('policies', { path, message: contradictionText(said, numbers) }, req)
  }
  return data
}

/** Refuses to publish a second policy of a kind there is one of, unless it holds from another day. */
export const onePerDay: CollectionBeforeChangeHook<Policy> = async ({ data, originalDoc, req }) => {
  const policy = { ...originalDoc, ...data } as Policy
  if (policy._status !== 'published') return data
  const { docs } = await req.payload.find({
    collection: 'policies',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: { and: [{ kind: { equals: policy.kind } }, { _status: { equals: 'published' } }] },
  })
  const rival = rivalOf(policy, docs)
  if (!rival) return data
  const message = `“${rival.title}” is the rule for “${POLICY_KIND_LABELS[policy.kind]}” from the same day. Change that one, take it off the site, or say from which day this one takes its place.`
  throw refused('policies', { path: 'effectiveFrom', message }, req)
}
