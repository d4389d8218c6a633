/** Whether a value is one of a list; the compiler knows it from then on. */
export const isOneOf = <Value>(list: readonly Value[], value: unknown): value is Value =>
  (list as readonly unknown[]).includes(value)
