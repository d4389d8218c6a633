import type { Payload } from 'payload'
import { count, pluck } from '../kernel/queries.ts'
import { FAST_MINUTES, PATIENT_HOURS, type Arrivals } from './flood.ts'

/** Who asks, as far as a limit needs it: a keyed hash of the network address. `isShared`: nobody can tell who is behind it. */
export type Visitor = { address: string; isShared: boolean }

const SILENT = { mailbox: { in: ['unknown', 'asked'] } }
const since = (moment: Temporal.Instant) => ({
  cameAt: { greater_than: new Date(moment.epochMilliseconds).toISOString() },
})

/** What came in lately from an address, and for a session: some counts by index, however much there is. */
export const arrivalsOf = async (
  payload: Payload,
  session: string,
  { address, isShared }: Visitor,
  now: Temporal.Instant,
): Promise<Arrivals> => {
  const fast = since(now.subtract({ minutes: FAST_MINUTES }))
  const ofAddress = { cameFrom: { equals: address } }
  const patient = await count({ payload }, 'registrations', {
    and: [ofAddress, since(now.subtract({ hours: PATIENT_HOURS })), SILENT],
  })
  const lately = await pluck({ payload }, 'registrations', { and: [{ session: { equals: session } }, fast] }, [
    'mailbox',
    'cameFrom',
  ])
  return {
    ofAddress: {
      // Nearly always there are none, and nothing more has to be asked.
      fast: patient === 0 ? 0 : await count({ payload }, 'registrations', { and: [ofAddress, fast, SILENT] }),
      patient,
    },
    ofSession: {
      all: lately.length,
      silent: lately.filter(({ mailbox }) => mailbox !== 'confirmed').length,
      addresses: new Set(lately.map(({ cameFrom }) => cameFrom)).size,
    },
    isShared,
  }
}
