/** Another document, as a relation holds it: by its id, or loaded. */
type Related = string | { id: string }

/** The id of a related document; undefined where there is none, which only relations that may be empty can lead to. */
export const idOf = <Link extends Related | null | undefined>(related: Link) =>
  (typeof related === 'string' ? related : related?.id) as Link extends Related ? string : undefined

/** The ids of related documents, in order. */
export const idsOf = (related: readonly Related[] | null | undefined): string[] => (related ?? []).map(idOf)
