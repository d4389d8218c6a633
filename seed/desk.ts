import type { Payload } from 'payload'
import type { Act, Actor } from '#collections/kernel/act.ts'
import { closeDay, mark } from '#collections/attendance/actions.ts'
import { decideFee } from '#collections/attendance/fees.ts'
import { receive } from '#collections/deposits/actions.ts'
import { makeStatements } from '#collections/invoices/actions.ts'
import { RegistrationForm } from '#collections/registrations/schema.ts'
import { linesOf } from '#collections/registrations/lines.ts'
import { addDays, dayIn, instantAt } from '#collections/values/day.ts'
import { openCatalog } from '#cms/catalog/index.ts'
import { openServices, type ServiceSettings } from '#cms/services.ts'
import { registerPerson } from '#collections/registrations/service/register.ts'
import { termsOf } from '#collections/registrations/service/terms.ts'
import { cancelForPerson } from '#collections/registrations/service/staff-actions.ts'
import { applicationTaker } from './applications.ts'
import { applicationSteps, type ApplicationStep } from './content/applications.ts'
import { registrants, steps, type Registrant, type Step } from './content/registrations.ts'

type Ids = ReadonlyMap<string, string>
type World = {
  payload: Payload
  settings: ServiceSettings
  today: Temporal.PlainDate
  sessions: Ids
  organizations: Ids
}

const REGISTRAR: Actor = { kind: 'staff', name: 'Registration desk' }

const mailboxOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@example.org`

const formOf = (one: Registrant, organizations: Ids) => ({
  name: one.name,
  email: mailboxOf(one.name),
  organization: organizations.get(one.employer) ?? 'other',
  employer: organizations.has(one.employer) ? '' : one.employer,
  jobTitle: one.jobTitle,
  participation: one.participation,
  host: organizations.get(one.host ?? '') ?? '',
  sponsorName: one.sponsor?.name ?? '',
  sponsorEmail: one.sponsor?.email ?? '',
  sponsorAddress: one.sponsor?.address ?? '',
  terms: true,
})

/** Everything that happens, in order; on one day as it is written down. */
const story: (Step | ApplicationStep)[] = [...steps, ...applicationSteps].toSorted((one, other) => one.on - other.on)

/**
 * Lets made-up people register, cancel and attend, each on a day of its own before the day of seeding, through the same verbs
 * as real ones. Their messages are kept and never sent.
 */
export const seedDesk = async ({ payload, settings, today, sessions, organizations }: World): Promise<void> => {
  let now = instantAt(today.toString(), '09:00', settings.timeZone)
  const clock = () => now
  const source = openCatalog(payload, settings, linesOf(payload))
  const desk = await openServices({ payload, env: settings, source, clock, keepsMail: true })
  const { context } = desk
  const act = (): Act => ({ payload, now, zone: settings.timeZone, actor: REGISTRAR })

  const registrationOf = async (who: string, session: string): Promise<string | undefined> => {
    const { docs } = await payload.find({
      collection: 'registrations',
      depth: 0,
      limit: 1,
      overrideAccess: true,
      where: { and: [{ session: { equals: sessions.get(session) } }, { email: { equals: mailboxOf(who) } }] },
    })
    return docs[0]?.id
  }

  const dayOf = async (session: string, at: number): Promise<string> => {
    const snapshot = await source.read()
    return snapshot.session.get(sessions.get(session)!)!.days[at]!.date
  }

  const register = async (step: Extract<Step, { does: 'register' }>): Promise<void> => {
    const snapshot = await source.read()
    const session = sessions.get(step.session)!
    const course = snapshot.documents.courses.get(snapshot.courseOf.get(session)!)!
    const form = RegistrationForm.parse({
      ...formOf(
        registrants.find(({ name }) => name === step.who)!,
        organizations,
      ),
      session,
      gate: step.waiver ? 'waiver' : (step.gate ?? ''),
      gateStatement: step.waiver ?? '',
      needs: step.needs ?? '',
      termsHash: termsOf(snapshot, context()).hash,
    })
    const done = await registerPerson(context(), course.slug, form)
    if (!done.ok) throw new Error(`${step.who} could not register for ${step.session}: ${JSON.stringify(done.errors)}`)
  }

  const cancel = async ({ who, session, days, isLate }: Extract<Step, { does: 'cancel' }>): Promise<void> => {
    if (isLate) now = instantAt(addDays(await dayOf(session, 0), -1), '09:00', settings.timeZone)
    const id = (await registrationOf(who, session))!
    const reason = 'Called the desk.'
    const chosen = days && (await Promise.all(days.map((at) => dayOf(session, at))))
    const done = await cancelForPerson(context(), REGISTRAR, id, { days: chosen, reason })
    if (!done.ok) throw new Error(`${who} could not cancel ${session}: ${done.refusal}`)
  }

  const attend = async ({ session, day, present }: Extract<Step, { does: 'attend' }>): Promise<void> => {
    const date = await dayOf(session, day)
    now = instantAt(date, '20:00', settings.timeZone)
    for (const who of present) await mark(act(), (await registrationOf(who, session))!, date, { state: 'present' })
    await closeDay(act(), sessions.get(session)!, date)
  }

  const takeCheck = async ({ who, number }: Extract<Step, { does: 'check' }>): Promise<void> => {
    const { docs } = await payload.find({
      collection: 'deposits',
      depth: 0,
      limit: 1,
      overrideAccess: true,
      where: { name: { equals: who } },
    })
    const [deposit] = docs
    if (deposit)
      await receive(act(), deposit.id, { number, cents: deposit.dueCents, day: dayIn(now, settings.timeZone) })
  }

  const approve = async (who: string): Promise<void> => {
    const { docs } = await payload.find({
      collection: 'attendance',
      depth: 0,
      limit: 1,
      overrideAccess: true,
      where: { and: [{ name: { equals: who } }, { feeState: { equals: 'proposed' } }] },
    })
    if (docs[0]) await decideFee(act(), docs[0].id, 'approved', '')
  }

  const takeApplication = applicationTaker(context, act, organizations)

  const take = async (step: Step | ApplicationStep): Promise<void> => {
    if (step.does === 'register') return register(step)
    if (step.does === 'cancel') return cancel(step)
    if (step.does === 'attend') return attend(step)
    if (step.does === 'check') return takeCheck(step)
    if (step.does === 'approve') return approve(step.who)
    if (step.does !== 'statements') return takeApplication(step)
    const lastMonth = Temporal.PlainYearMonth.from(dayIn(now, settings.timeZone).slice(0, 7)).subtract({ months: 1 })
    await makeStatements(act(), lastMonth.toString())
  }

  process.stdout.write('  registrations ')
  for (const [at, step] of story.entries()) {
    now = instantAt(today.add({ days: step.on }).toString(), '09:00', settings.timeZone)
    await take(step)
    // What several do alike on one morning is derived at once.
    const next = story[at + 1]
    if (next?.on !== step.on || next.does !== step.does) await desk.followUp()
    process.stdout.write('·')
  }
  now = instantAt(today.toString(), '09:00', settings.timeZone)
  await desk.followUp()
  await desk.stop()
  process.stdout.write(` ${story.length}\n`)
}
