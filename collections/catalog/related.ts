import { contactView, type ContactView } from '../contacts/view.ts'
import { imageView, type ImageView } from '../media/view.ts'
import { idOf, idsOf } from '../kernel/related.ts'
import { proseIn } from './prose.ts'
import type { PublicDocuments } from './documents.ts'

type Relation = string | { id: string }

/** What documents refer to: formatted text with its links, pictures, contacts. */
export const relatedIn = (documents: PublicDocuments) => ({
  prose: proseIn(documents),

  image: (related: Relation | null | undefined): ImageView | null => {
    const media = documents.media.get(idOf(related) ?? '')
    return (media && imageView(media)) ?? null
  },

  strategies: (related: readonly Relation[] | null | undefined): { name: string; slug: string }[] =>
    idsOf(related).flatMap((id) => {
      const strategy = documents.strategies.get(id)
      return strategy ? [{ name: strategy.name, slug: strategy.slug }] : []
    }),

  contacts: (related: readonly Relation[] | null | undefined): ContactView[] =>
    idsOf(related).flatMap((id) => {
      const contact = documents.contacts.get(id)
      return contact ? [contactView(contact)] : []
    }),
})

export type Related = ReturnType<typeof relatedIn>
