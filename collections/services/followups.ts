import type { Payload } from 'payload'
import type { Context } from '../context/context.ts'
import { applicationStatuses, callPlaces, programLetters, rosters } from '../applications/service/followups.ts'
import { latePapers } from '../applications/service/papers.ts'
import { endingOffers, unsentApplications } from '../applications/service/reminders.ts'
import { applicationScores } from '../applications/service/scores.ts'
import { lateCancellations, needlessFees, proposedFees } from '../attendance/service/followups.ts'
import { minimums } from '../attendance/service/minimum-followups.ts'
import {
  awardNotifications,
  badges,
  certificates,
  endingAwards,
  renamedAwards,
  retiredKeys,
} from '../awards/service/followups.ts'
import { canceledByHost, correctedPayers, refusedBills } from '../charges/service/corrections.ts'
import { approvedFees } from '../charges/service/fees.ts'
import { chargeLog } from '../charges/service/followups.ts'
import { placePrices } from '../charges/service/rates.ts'
import { checks, movedChecks } from '../deposits/service/followups.ts'
import { evaluationLetters, waivedEvaluations } from '../evaluations/service/followups.ts'
import { followUpRunner } from '../followups/service/runner.ts'
import { scheduler } from '../followups/service/scheduler.ts'
import { FOLLOWED, type Step } from '../followups/service/step.ts'
import { findableStatements, placedCorrections, renamedLines, statements } from '../invoices/service/followups.ts'
import { sendMessages } from '../messages/service/outbox.ts'
import { forgottenAddresses } from '../registrations/service/arrival-followups.ts'
import { erasures, retention } from '../privacy/service/followups.ts'
import { correctedPeople, findablePeople, joinedPeople } from '../people/service/followups.ts'
import { prerequisiteGates, registrationNotifications } from '../registrations/service/followups.ts'
import { saidDeadlines } from '../registrations/service/deadline-followups.ts'
import { colleagueLetters, lateAnswers } from '../registrations/service/acceptance-followups.ts'
import { handedDays } from '../registrations/service/handed-days.ts'
import { movedRegistrations } from '../registrations/service/moved.ts'
import { permissionLetters } from '../registrations/service/permission-followups.ts'
import { canceledSessions, freeSeats, lateOrders } from '../registrations/service/seat-followups.ts'
import { reminders, sessionChanges } from '../registrations/service/session-followups.ts'
import { changedApplications, closedReviews } from '../reviews/service/followups.ts'
import { reviewLetters, reviewsWaiting } from '../reviews/service/letters.ts'
import { evidenceCleanup, submissionNotifications } from '../submissions/service/followups.ts'
import { unsentWork } from '../submissions/service/reminders.ts'
import { subscribedLetters, subscribedNews } from '../subscriptions/service/followups.ts'
import { deliveriesOfEvents } from '../webhooks/service/followups.ts'
import { sendDeliveries } from '../webhooks/service/outbox.ts'

/** Everything that follows from anything. The order means nothing. */
export const STEPS: readonly Step[] = [
  freeSeats,
  canceledSessions,
  lateOrders,
  forgottenAddresses,
  sessionChanges,
  saidDeadlines,
  reminders,
  findablePeople,
  correctedPeople,
  erasures,
  retention,
  joinedPeople,
  renamedAwards,
  renamedLines,
  registrationNotifications,
  permissionLetters,
  colleagueLetters,
  lateAnswers,
  handedDays,
  movedRegistrations,
  prerequisiteGates,
  lateCancellations,
  proposedFees,
  needlessFees,
  minimums,
  evaluationLetters,
  waivedEvaluations,
  checks,
  movedChecks,
  placePrices,
  approvedFees,
  canceledByHost,
  refusedBills,
  correctedPayers,
  chargeLog,
  placedCorrections,
  findableStatements,
  statements,
  applicationScores,
  callPlaces,
  applicationStatuses,
  latePapers,
  unsentApplications,
  endingOffers,
  rosters,
  programLetters,
  closedReviews,
  changedApplications,
  reviewLetters,
  reviewsWaiting,
  submissionNotifications,
  unsentWork,
  evidenceCleanup,
  badges,
  certificates,
  awardNotifications,
  endingAwards,
  subscribedNews,
  subscribedLetters,
  retiredKeys,
  deliveriesOfEvents,
]

/** Which process does this work. Whoever gets it begins where the database says that it stands. */
export type Turn = { isHeld: () => boolean; onTaken: (listener: () => void) => void }

/**
 * Derives everything that follows from what is written, and has sent what that left to send. Mail and webhooks each go by rounds of
 * their own, so that neither waits for the other, nor for what is still to be derived.
 */
export const followUps = (payload: Payload, open: () => Context, turn: Turn) => {
  let runner = followUpRunner(open, STEPS)
  const isOurs = turn.isHeld
  const after = new Set(Object.keys(FOLLOWED))
  const derived = scheduler(payload, { after, isOurs, round: () => runner.run() })
  const outbox = [
    { after: new Set(['messages']), isOurs, round: () => sendMessages(open) },
    { after: new Set(['deliveries']), isOurs, round: async () => sendDeliveries(open) },
  ].map((one) => scheduler(payload, one))
  const work = [derived, ...outbox]
  turn.onTaken(() => {
    runner = followUpRunner(open, STEPS)
    for (const one of work) one.ask()
  })
  return {
    /** How many rounds of deriving there were. */
    rounds: derived.rounds,
    /** One whole round of each, one after the other. */
    run: async (): Promise<void> => {
      for (const one of work) await one.run()
    },
    start: (): void => {
      for (const one of work) one.start()
    },
    stop: async (): Promise<void> => {
      await Promise.all(work.map((one) => one.stop()))
    },
  }
}
