import { createHash } from 'node:crypto'
import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import type { Terms } from './view.ts'
import type { PolicyKind } from '../../policies/states.ts'
import { byOrder, type Library } from '../../catalog/library.ts'
import { relatedIn } from '../../catalog/related.ts'
import type { Policy } from '../../kernel/payload-types.ts'

/** Accepted with the box at the end of the form; consents are separate choices. */
const ACCEPTED: readonly PolicyKind[] = ['cancellation', 'guests', 'waitlist', 'billing', 'other']

const plain = (data: Policy['rule']): string => (data ? convertLexicalToPlaintext({ data: data }).trim() : '')

export const policiesOf = ({ shelf }: Library, ...kinds: PolicyKind[]): Policy[] =>
  [...shelf.policies.values()].sort(byOrder).filter(({ kind }) => kinds.includes(kind))

const read = (library: Library): Terms => {
  const related = relatedIn(library.shelf)
  const policies = policiesOf(library, ...ACCEPTED)
  const text = policies.map(({ title, rule }) => `${title}\n\n${plain(rule)}`).join('\n\n\n')
  return {
    version: policies.map(({ slug, updatedAt }) => `${slug}@${updatedAt}`).join(' '),
    hash: createHash('sha256').update(text).digest('hex'),
    text,
    parts: policies.map(({ title, slug, rule }) => ({ title, slug, html: related.prose(rule) })),
  }
}

const kept = new WeakMap<Library, Terms>()

/** What everybody who registers accepts: the exact rules, as one text that is copied onto the registration. */
export const termsOf = (library: Library): Terms => {
  const terms = kept.get(library) ?? read(library)
  kept.set(library, terms)
  return terms
}

/** The policy on photographs and the mailing list, as HTML; empty where there is none. */
export const consentsOf = (library: Library): string => {
  const related = relatedIn(library.shelf)
  return policiesOf(library, 'consent')
    .map(({ rule }) => related.prose(rule))
    .join('')
}
