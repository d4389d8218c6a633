const editions = new WeakMap<object, Map<string, unknown>>()

/** Of an edition so much is kept at the most: of a large catalog, what was asked for last. */
const MOST = 2000

/**
 * What is made once for each edition of the catalog. `name` tells one from another; `make` may use nothing that changes
 * while the edition stays, such as the present moment. Languages have editions of their own.
 */
export const cachedWith = <Made extends object | string>(edition: object, name: string, make: () => Made): Made => {
  const made = editions.get(edition) ?? new Map<string, unknown>()
  editions.set(edition, made)
  const known = made.get(name)
  if (known !== undefined) return known as Made
  const fresh = make()
  if (made.size >= MOST) made.delete(made.keys().next().value!)
  made.set(name, fresh)
  return fresh
}
