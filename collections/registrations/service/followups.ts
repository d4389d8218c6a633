import { hasAccepted } from '../acceptance.ts'
import { recordEnrolled } from '../enroll.ts'
import type { Canceler } from '../states.ts'
import { isAnnounced } from '../announced.ts'
import { movesOf } from '../moving.ts'
import { handedBillOf } from '../../messages/sentences.ts'
import { payerNameOf, plainName } from '../../messages/values.ts'
import type { MessageKind } from '../../templates/states.ts'
import { idOf } from '../../kernel/related.ts'
import type { Attendance, Registration } from '../../kernel/payload-types.ts'
import { actOf, type Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'
import type { Step } from '../../followups/service/step.ts'
import { recheckGates } from './gates.ts'
import { notifyAbout, notifyUndone } from './notifications.ts'

type Notification = { kind: MessageKind; key?: string }

const CANCELED = {
  person: 'canceled',
  staff: 'canceled',
  host: 'host-canceled',
  offer: 'offer-expired',
  // The page and the letter said until when.
  mailbox: null,
  order: 'order-expired',
  gate: 'waiver-refused',
  permission: 'permission-refused',
  terms: 'terms-lapsed',
  // Told for all days together; see the letters of programs.
  application: null,
  // Told by person, where it is told at all.
  flood: null,
} as const satisfies Record<Canceler, MessageKind | null>

/** How the end of a registration is told: whoever had no seat did not cancel one. */
const endOf = ({ canceledBy, canceledFrom }: Registration): Notification[] => {
  if (!canceledBy) return []
  const kind = CANCELED[canceledBy]
  if (!kind) return []
  return [{ kind: kind === 'canceled' && canceledFrom !== 'confirmed' ? 'left' : kind }]
}

/** Whoever stands as they were moved to another date reads so in the letter about that. */
const isSaidByMove = (registration: Registration): boolean => {
  const last = movesOf(registration).at(-1)
  return last?.status === registration.status && last.linkVersion === registration.linkVersion
}

/** What has to have been written to the person for a registration to be as it is. Each is written once, by its key. */
const notificationsOf = (registration: Registration): Notification[] => {
  const { status, source, gate, offerUntil, linkVersion, mailbox } = registration
  const version = linkVersion > 1 ? String(linkVersion) : undefined
  if (status === 'canceled') return endOf(registration)
  if (status === 'offered' && mailbox === 'asked') return [{ kind: 'mailbox-asked' }]
  if (status === 'offered') return [{ kind: 'offered', key: offerUntil ?? undefined }]
  const waived: Notification[] = gate === 'waived' ? [{ kind: 'waiver-granted' }] : []
  // Another price or payer is told with everything that was confirmed before.
  const { correctedAt } = registration.payer
  const corrected: Notification[] =
    correctedAt && status === 'confirmed' && hasAccepted(registration)
      ? [{ kind: 'confirmed', key: `corrected:${correctedAt}` }]
      : []
  // Whoever is put on the list of a day that is held, or was, is not told to look forward to it.
  if (source === 'door' && status === 'confirmed') return [{ kind: 'entered', key: version }, ...corrected]
  // Whoever was added by the desk reads the terms first; that the seat is theirs follows.
  const asked: Notification[] = hasAccepted(registration) ? [] : [{ kind: 'terms-asked' }]
  const isSaid = (asked.length > 0 && status === 'confirmed') || isSaidByMove(registration)
  const standing: Notification[] = isSaid ? [] : [{ kind: status, key: version }]
  return [...waived, ...asked, ...standing, ...corrected]
}

/** Days canceled each for itself, told together as they were canceled together. */
const notificationsOfDays = (rows: readonly Attendance[]): Notification[] => {
  const moments = new Set(rows.filter(({ state }) => state === 'canceled').map(({ at }) => at))
  return [...moments].map((at) => ({ kind: 'canceled' as const, key: at }))
}

/** Tells everybody who handed the seat on that it is the next one's now. The first holder handed on to the second. */
const notifyFormerHolders = async (context: Context, registration: Registration): Promise<void> => {
  const holders = (registration.formerly as { name: string; email: string }[] | null) ?? []
  for (const [index, { name, email }] of holders.entries()) {
    const next = holders[index + 1] ?? registration
    const colleague = plainName(next.name, 'Your colleague')
    const payer = payerNameOf(registration.payer, 'whoever you named')
    const values = { colleague, handed_bill: handedBillOf(registration, colleague, payer) }
    await notifyAbout(context, 'substituted', { ...registration, name, email }, { key: String(index + 2), values })
  }
}

/** Who takes part in a program hears of all their days in one letter, unless they need a new link to this one. */
const isNews =
  ({ application, linkVersion }: Registration) =>
  ({ kind }: Notification): boolean =>
    !(kind === 'confirmed' && application && linkVersion === 1)

/** The first line of a registration's log, and what is written to whoever has it, or had it, because of where it stands. */
export const registrationNotifications: Step = {
  name: 'registration-notifications',
  follows: { registrations: ({ id }) => id },
  handle: async (context, id) => {
    const registration = await one(context, 'registrations', id)
    if (!registration) return
    await recordEnrolled(actOf(context, { kind: 'person', name: registration.name }), registration)
    const rows =
      registration.status === 'confirmed'
        ? await every(context, 'attendance', { registration: { equals: id } }, { sort: 'date' })
        : []
    const ofDays = notificationsOfDays(rows.filter((row) => !isAnnounced(registration, row)))
    for (const { kind, key } of [...notificationsOf(registration), ...ofDays].filter(isNews(registration)))
      await notifyAbout(context, kind, registration, { key })
    if (registration.canceledBy === 'flood') await notifyUndone(context, registration)
    await notifyFormerHolders(context, registration)
  },
}

/** Whether people still meet what their courses ask for: who missed a day may not meet any more what a later one needs. */
export const prerequisiteGates: Step = {
  name: 'prerequisite-gates',
  follows: { registrations: ({ person }) => idOf(person), attendance: ({ person }) => idOf(person) },
  handle: recheckGates,
}
