/** How many seconds to wait after the first, second … attempt that failed: about two days in all, then nobody is asked again. */
const WAITS = [30, 60, 300, 900, 3600, 7200, 14_400, 28_800, 43_200, 86_400] as const

/** When to try again after so many attempts; undefined when it is given up. */
export const nextAttempt = (attempts: number, now: Temporal.Instant): Temporal.Instant | undefined => {
  const wait = WAITS[attempts - 1]
  return wait === undefined ? undefined : now.add({ seconds: wait })
}
