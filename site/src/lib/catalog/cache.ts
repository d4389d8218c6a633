const editions = new WeakMap<object, Map<string, string>>()

/**
 * A large file made once for each edition of the catalog. `name` tells files apart; `make` may use nothing that changes
 * while the edition stays, such as the present moment. Languages have editions of their own.
 */
export const cachedWith = (edition: object, name: string, make: () => string): string => {
  const files = editions.get(edition) ?? new Map<string, string>()
  editions.set(edition, files)
  const file = files.get(name) ?? make()
  files.set(name, file)
  return file
}
