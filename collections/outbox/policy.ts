/** How long whoever is sending something has it to themselves, in minutes: far longer than sending can take. */
const HOLD = 10

/** Until when nobody else sends what somebody began to send. One cut off is taken up again then. */
export const heldUntil = (now: Temporal.Instant): Temporal.Instant => now.add({ minutes: HOLD })

/** When to try again after so many attempts, by the seconds to wait after each; undefined: no more. */
export const nextAttempt = (
  waits: readonly number[],
  attempts: number,
  now: Temporal.Instant,
): Temporal.Instant | undefined => {
  const wait = waits[attempts - 1]
  return wait === undefined ? undefined : now.add({ seconds: wait })
}
