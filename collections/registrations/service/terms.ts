import { createHash } from 'node:crypto'
import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import type { Terms } from './view.ts'
import type { PolicyKind } from '../../policies/states.ts'
import { policiesIn, type Clock } from '../../catalog/courses.ts'
import type { Snapshot } from '../../catalog/snapshot.ts'
import { numberLines } from '../../policies/sentences.ts'
import { relatedIn } from '../../catalog/related.ts'
import type { Policy } from '../../kernel/payload-types.ts'

/** Accepted with the box at the end of the form; consents are separate choices. */
const ACCEPTED: readonly PolicyKind[] = ['cancellation', 'guests', 'waitlist', 'billing', 'other']

const plain = (data: Policy['rule']): string => (data ? convertLexicalToPlaintext({ data: data }).trim() : '')

/** The policies of these kinds that are in force, in their order. */
export const policiesOf = (snapshot: Snapshot, clock: Clock, ...kinds: PolicyKind[]): Policy[] =>
  policiesIn(snapshot, clock).filter(({ kind }) => kinds.includes(kind))

const textOf = (policy: Policy): string =>
  [policy.title, plain(policy.rule), numberLines(policy).join('\n')].filter(Boolean).join('\n\n')

const read = (snapshot: Snapshot, policies: readonly Policy[]): Terms => {
  const related = relatedIn(snapshot.documents)
  const text = policies.map(textOf).join('\n\n\n')
  return {
    version: policies.map(({ slug, updatedAt }) => `${slug}@${updatedAt}`).join(' '),
    hash: createHash('sha256').update(text).digest('hex'),
    text,
    parts: policies.map((policy) => ({
      title: policy.title,
      slug: policy.slug,
      html: related.prose(policy.rule),
      numbers: numberLines(policy),
    })),
  }
}

const cached = new WeakMap<Snapshot, Terms>()

/**
 * What everybody who registers accepts: the exact rules and the numbers they are computed with, as one text with one hash, which
 * is copied onto the registration.
 */
export const termsOf = (snapshot: Snapshot, clock: Clock): Terms => {
  const policies = policiesOf(snapshot, clock, ...ACCEPTED)
  const known = cached.get(snapshot)
  if (known && known.parts.map(({ slug }) => slug).join(' ') === policies.map(({ slug }) => slug).join(' '))
    return known
  const terms = read(snapshot, policies)
  cached.set(snapshot, terms)
  return terms
}

/** The policy on photographs and the mailing list, as HTML; empty where there is none. */
export const consentsOf = (snapshot: Snapshot, clock: Clock): string => {
  const related = relatedIn(snapshot.documents)
  return policiesOf(snapshot, clock, 'consent')
    .map(({ rule }) => related.prose(rule))
    .join('')
}
