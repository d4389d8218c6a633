import type { Attendance, Registration } from '../kernel/payload-types.ts'
import { agreementOf } from './policy.ts'

/** A day that was given up as the registration was made: they said so themselves when they applied, so that it is no news. */
export const isAnnounced = (
  registration: Pick<Registration, 'application' | 'agreed'>,
  { at, state }: Pick<Attendance, 'at' | 'state'>,
): boolean =>
  Boolean(registration.application) &&
  state === 'canceled' &&
  Temporal.Instant.compare(Temporal.Instant.from(at), Temporal.Instant.from(agreementOf(registration).at)) === 0
