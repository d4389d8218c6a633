const editions = new WeakMap<object, Map<string, unknown>>()

/**
 * What is made once for each edition of the catalog. `name` tells one from another; `make` may use nothing that changes
 * while the edition stays, such as the present moment. Languages have editions of their own.
 */
export const cachedWith = <Made>(edition: object, name: string, make: () => Made): Made => {
  const made = editions.get(edition) ?? new Map<string, unknown>()
  editions.set(edition, made)
  if (!made.has(name)) made.set(name, make())
  return made.get(name) as Made
}
