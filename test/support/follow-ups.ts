import type { Context } from '#collections/context/context.ts'
import { applicationStatuses, callPlaces, rosters } from '#collections/applications/service/followups.ts'
import { latePapers } from '#collections/applications/service/papers.ts'
import { applicationScores } from '#collections/applications/service/scores.ts'
import { lateCancellations, needlessFees, proposedFees } from '#collections/attendance/service/followups.ts'
import { minimums } from '#collections/attendance/service/minimum-followups.ts'
import { awardNotifications, badges, certificates } from '#collections/awards/service/followups.ts'
import { canceledByHost, refusedBills } from '#collections/charges/service/corrections.ts'
import { approvedFees } from '#collections/charges/service/fees.ts'
import { chargeLog } from '#collections/charges/service/followups.ts'
import { placePrices } from '#collections/charges/service/rates.ts'
import { checks, movedChecks } from '#collections/deposits/service/followups.ts'
import { saveProgress } from '#collections/followups/service/progress.ts'
import { followUpRunner } from '#collections/followups/service/runner.ts'
import type { Followed, Step } from '#collections/followups/service/step.ts'
import { placedCorrections, statements } from '#collections/invoices/service/followups.ts'
import { prerequisiteGates, registrationNotifications } from '#collections/registrations/service/followups.ts'
import { permissionLetters } from '#collections/registrations/service/permission-followups.ts'
import { canceledSessions, freeSeats, lateOrders } from '#collections/registrations/service/seat-followups.ts'
import { reminders, sessionChanges } from '#collections/registrations/service/session-followups.ts'
import { closedReviews } from '#collections/reviews/service/followups.ts'
import { deliveriesOfEvents } from '#collections/webhooks/service/followups.ts'

// The follow-up steps of one noun, for tests that look at it alone.

export const APPLICATIONS = [applicationScores, callPlaces, applicationStatuses, latePapers, rosters]
export const ATTENDANCE = [lateCancellations, proposedFees, needlessFees, prerequisiteGates]
export const AWARDS = [badges, certificates, awardNotifications]
export const CHARGES = [placePrices, approvedFees, canceledByHost, refusedBills, chargeLog]
export const CHECKS = [checks, movedChecks]
export const DELIVERIES = [deliveriesOfEvents]
export const INVOICES = [placedCorrections, statements]
export const MINIMUMS = [minimums]
export const REGISTRATIONS = [
  registrationNotifications,
  permissionLetters,
  prerequisiteGates,
  sessionChanges,
  reminders,
]
export const REVIEWS = [closedReviews]
export const SEATS = [freeSeats, canceledSessions, lateOrders]

type Runner = { run: () => Promise<void>; isBusy: boolean }
const runners = new WeakMap<object, Map<readonly Step[], Runner[]>>()

/**
 * Derives what follows by some steps; asked twice at a time it does so as two processes would, each with a runner of its own,
 * which remembers what it has seen.
 */
export const followUp = async (context: Context, steps: readonly Step[]): Promise<void> => {
  const known = runners.get(context) ?? new Map<readonly Step[], Runner[]>()
  runners.set(context, known)
  const all = known.get(steps) ?? []
  known.set(steps, all)
  let runner = all.find(({ isBusy }) => !isBusy)
  if (!runner) all.push((runner = { ...followUpRunner(() => context, steps), isBusy: false }))
  runner.isBusy = true
  await runner.run()
  runner.isBusy = false
}

/** Moves the cursors of a step past all that was written until now: it takes that as handled before. */
export const passOver = async (context: Context, { name, follows }: Step): Promise<void> => {
  const written = Date.now()
  while (Date.now() === written);
  const cursor = new Date(written + 1).toISOString()
  const cursors = Object.fromEntries((Object.keys(follows) as Followed[]).map((collection) => [collection, cursor]))
  await saveProgress(context, name, { cursors, failed: [] })
  runners.delete(context)
}
