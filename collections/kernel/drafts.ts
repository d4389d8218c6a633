type Draftable = { _status?: string | null; deletedAt?: unknown } | null | undefined

/**
 * Whether a save stands before the public afterwards: what says nothing of its status keeps the one it had. Rules about the whole
 * of a document are held to what is published; a draft may be on its way, and what is typed into it is kept.
 */
export const isForPublic = (data: Draftable, before: Draftable): boolean =>
  (data?._status ?? before?._status ?? 'published') === 'published' && !data?.deletedAt
