type Headers = { origin: string | null | undefined; relation: string | string[] | null | undefined }

/**
 * Whether another website sent a form. Browsers name the origin with everything they post, and say in `sec-fetch-site` how
 * sender and receiver are related. Programs that say neither carry nobody's session, so there is nothing to abuse; where a
 * session goes along, `isSignedIn`, something that says neither is not taken.
 */
export const comesFromElsewhere = (
  { origin, relation }: Headers,
  ours: string,
  { isSignedIn }: { isSignedIn: boolean },
): boolean => {
  if (origin != null && origin !== ours) return true
  if (isSignedIn && origin == null) return relation !== 'same-origin'
  return relation != null && relation !== 'same-origin' && relation !== 'none'
}
