import { createHash } from 'node:crypto'
import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import type { Terms } from './view.ts'
import type { PolicyKind } from '../../policies/states.ts'
import { byOrder, type Snapshot } from '../../catalog/snapshot.ts'
import { relatedIn } from '../../catalog/related.ts'
import type { Policy } from '../../kernel/payload-types.ts'

/** Accepted with the box at the end of the form; consents are separate choices. */
const ACCEPTED: readonly PolicyKind[] = ['cancellation', 'guests', 'waitlist', 'billing', 'other']

const plain = (data: Policy['rule']): string => (data ? convertLexicalToPlaintext({ data: data }).trim() : '')

export const policiesOf = ({ documents }: Snapshot, ...kinds: PolicyKind[]): Policy[] =>
  [...documents.policies.values()].sort(byOrder).filter(({ kind }) => kinds.includes(kind))

const read = (snapshot: Snapshot): Terms => {
  const related = relatedIn(snapshot.documents)
  const policies = policiesOf(snapshot, ...ACCEPTED)
  const text = policies.map(({ title, rule }) => `${title}\n\n${plain(rule)}`).join('\n\n\n')
  return {
    version: policies.map(({ slug, updatedAt }) => `${slug}@${updatedAt}`).join(' '),
    hash: createHash('sha256').update(text).digest('hex'),
    text,
    parts: policies.map(({ title, slug, rule }) => ({ title, slug, html: related.prose(rule) })),
  }
}

const cached = new WeakMap<Snapshot, Terms>()

/** What everybody who registers accepts: the exact rules, as one text that is copied onto the registration. */
export const termsOf = (snapshot: Snapshot): Terms => {
  const terms = cached.get(snapshot) ?? read(snapshot)
  cached.set(snapshot, terms)
  return terms
}

/** The policy on photographs and the mailing list, as HTML; empty where there is none. */
export const consentsOf = (snapshot: Snapshot): string => {
  const related = relatedIn(snapshot.documents)
  return policiesOf(snapshot, 'consent')
    .map(({ rule }) => related.prose(rule))
    .join('')
}
