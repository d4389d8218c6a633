type Field = { value?: unknown; isModified?: boolean; rows?: readonly { id?: string }[] }
type State = Readonly<Record<string, Field>>

/** Values by the path of their field. */
export type Typed = ReadonlyMap<string, unknown>

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** In which order the rows of all lists stand: where it changes, the paths of fields lead elsewhere. */
export const rowsIn = (state: State): string =>
  Object.entries(state)
    .filter(([, { rows }]) => rows)
    .map(([path, { rows }]) => `${path}:${rows!.map(({ id }) => id).join(',')}`)
    .join(' ')

/** What was typed until now, with what was typed last; Payload itself remembers only that. */
export const withLast = (typed: Typed, state: State): Typed => {
  const last = Object.entries(state).filter(([, { isModified }]) => isModified)
  return last.length === 0 ? typed : new Map([...typed, ...last.map(([path, { value }]) => [path, value] as const)])
}

/** Fields that lost what was typed while a save was under way, because its answer brought older values; with what to put back. */
export const lostIn = (typed: Typed, state: State): [path: string, value: unknown][] =>
  [...typed].filter(([path, value]) => path in state && !state[path]!.isModified && !isSame(state[path]!.value, value))
