import type { Payload } from 'payload'
import { holidaysFrom } from '#collections/holidays/recurrence.ts'
import { behind } from '#collections/followups/service/behind.ts'
import { count, every } from '#collections/kernel/queries.ts'
import { standingOf } from '#collections/outbox/service/standing.ts'
import { inForce, isSingle } from '#collections/policies/force.ts'
import { POLICY_KIND_LABELS, type PolicyKind } from '#collections/policies/states.ts'
import { when, type Finding } from './finding.ts'

const HOUR = 3600
/** Cursors keep five minutes away from the present; seconds. */
const STUCK = 900
/** How far ahead of this machine's clock something may have been written, for clocks that differ; milliseconds. */
const AHEAD = 300_000

type Asked = { payload: Payload; now: Temporal.Instant; zone: string }

/** Someone who can do everything has to be there. */
const staffTrouble = async ({ payload }: Asked): Promise<Finding[]> => {
  const admins = await count({ payload }, 'users', { roles: { in: ['admin'] } })
  const unnamed = await count({ payload }, 'users', { email: { equals: 'admin@example.org' } })
  return [
    ...when(
      admins === 0,
      'Nobody is admin.',
      'Take away the last member of staff only after another is admin; restore a backup if nobody is left.',
    ),
    ...when(
      unnamed > 0,
      'The first admin is still called admin@example.org, a mailbox nobody has.',
      'Make an admin with a mailbox of its own in the panel (Staff), and delete that one.',
    ),
  ]
}

/** Deadlines are counted around holidays, so that a year without any has wrong ones. */
const holidayTrouble = async ({ payload, now, zone }: Asked): Promise<Finding[]> => {
  const holidays = holidaysFrom(await every({ payload }, 'holidays', {}))
  const { year } = now.toZonedDateTimeISO(zone)
  const unknown = [year, year + 1, year + 2].filter(
    (one) => !holidays.some(({ day, closed }) => closed && day.startsWith(`${one}-`)),
  )
  return when(
    unknown.length > 0,
    `No holiday is known for ${unknown.join(', ')}: deadlines are computed as if the desk were always open.`,
    'Add them in the panel (Holidays), best as rules that repeat each year.',
  )
}

const isKind = (kind: string): kind is PolicyKind => kind in POLICY_KIND_LABELS

/** What people agree to has to be there. */
const policyTrouble = async ({ payload, now, zone }: Asked): Promise<Finding[]> => {
  const published = await every({ payload }, 'policies', { _status: { equals: 'published' } })
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const kinds = new Set(inForce(published, today).map(({ kind }) => kind))
  const missing = Object.keys(POLICY_KIND_LABELS).filter((kind) => isKind(kind) && isSingle(kind) && !kinds.has(kind))
  const names = missing.flatMap((kind) => (isKind(kind) ? [`“${POLICY_KIND_LABELS[kind]}”`] : []))
  return when(
    missing.length > 0,
    `No policy is in force about ${names.join(', ')}.`,
    'Write and publish it in the panel (Policies); what it would decide is left to defaults until then.',
  )
}

const outboxTrouble = async ({ payload, now }: Asked): Promise<Finding[]> => {
  const [messages, deliveries] = [
    await standingOf({ payload }, 'messages', now),
    await standingOf({ payload }, 'deliveries', now),
  ]
  return [
    ...when(
      messages.failed > 0,
      `${messages.failed} messages could not be sent and were given up.`,
      'See them at the desk (Outbox), mend the address or the mail server, and have them sent again there.',
    ),
    ...when(
      messages.oldestSeconds > HOUR,
      `The oldest message waits since ${Math.floor(messages.oldestSeconds / HOUR)} hours.`,
      'See whether the server runs, and its log for what the mail server says.',
    ),
    ...when(
      deliveries.failed > 0,
      `${deliveries.failed} webhook deliveries were given up.`,
      'See them in the panel (Deliveries), mend the receiver, and have them sent again there.',
    ),
  ]
}

const followUpTrouble = async ({ payload, now }: Asked): Promise<Finding[]> => {
  const steps = await behind({ payload }, now.epochMilliseconds)
  const stuck = steps.filter(({ seconds }) => seconds > STUCK)
  const failed = steps.filter((one) => one.failed > 0)
  return [
    ...when(
      stuck.length > 0,
      `What follows from what people did is not derived: ${stuck.map(({ step }) => step).join(', ')}.`,
      'See whether the server runs; if it does, its log says what fails.',
    ),
    ...when(
      failed.length > 0,
      `Follow-ups fail and are tried again: ${failed.map((one) => `${one.step} (${one.failed})`).join(', ')}.`,
      'The log of the server says at what, under “could not be derived”.',
    ),
  ]
}

const clockTrouble = async ({ payload, now }: Asked): Promise<Finding[]> => {
  const later = { updatedAt: { greater_than: new Date(now.epochMilliseconds + AHEAD).toISOString() } }
  const [registrations, sessions] = [
    await count({ payload }, 'registrations', later),
    await count({ payload }, 'sessions', later),
  ]
  return when(
    registrations + sessions > 0,
    `The database was written in the future: the clock of this machine says ${now.toString({ smallestUnit: 'second' })}.`,
    'Set the clock by the network (timedatectl set-ntp true). Deadlines are decided by it.',
  )
}

/** What the content of the database says. */
export const contentTrouble = async (asked: Asked): Promise<Finding[]> =>
  (
    await Promise.all(
      [staffTrouble, holidayTrouble, policyTrouble, outboxTrouble, followUpTrouble, clockTrouble].map((check) =>
        check(asked),
      ),
    )
  ).flat()
