import { randomUUID } from 'node:crypto'
import { RegistrationForm } from '#collections/registrations/schema.ts'
import { termsOf } from '#collections/registrations/service/terms.ts'
import { staffServices } from '#collections/services/staff.ts'
import { actOf, type Context } from '#collections/context/context.ts'
import { tokenFor } from '#collections/context/links.ts'
import { publicServices } from '#collections/services/public.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { aCircle, aCourse, aDay, anOrganization, aPolicy, aSession } from '../builders.ts'
import { openDatabase } from '../database.ts'
import { alwaysNow } from '../desk.ts'

const all = { depth: 0, overrideAccess: true } as const

/** What the agency asks in these histories; money in cents. */
export const AGREED = { feePerDay: 10_000, memberRate: 15_000, nonMemberRate: 25_000, businessDays: 5, gapDays: 7 }

export type Participation = 'member' | 'self' | 'guest'

/** `waitsUntil`: until when somebody wants to wait. */
type Clock = { now: Temporal.Instant; waitsUntil: Temporal.Instant | undefined }

/** A whole agency on a database of its own, with a clock that a history moves. */
export const openWorld = async () => {
  const { payload, env, close } = await openDatabase()
  const { openCatalog } = await import('#cms/catalog/index.ts')
  const { openServices } = await import('#cms/services.ts')
  const clock: Clock = { now: Temporal.Instant.from('2027-01-04T16:00:00Z'), waitsUntil: undefined }
  let born = 0
  const source = openCatalog(payload, env)
  const services = await openServices({ payload, env, source, clock: () => clock.now })
  await services.stop()
  const context: Context = alwaysNow(services.context(), () => clock.now)

  const circle = await payload.create({ collection: 'circles', data: aCircle(), ...all })
  const rates = { memberRate: AGREED.memberRate, nonMemberRate: AGREED.nonMemberRate }
  const course = await payload.create({
    collection: 'courses',
    data: aCourse({ circles: [circle.id], ...rates }),
    ...all,
  })
  const rule = { unit: 'business', mode: 'at-least', cutoff: 'end-of-day' } as const
  await payload.create({
    collection: 'policies',
    data: aPolicy({
      kind: 'cancellation',
      deadline: { ...rule, count: AGREED.businessDays },
      feePerDay: AGREED.feePerDay,
      splitGapDays: AGREED.gapDays,
      substitution: true,
    }),
    ...all,
  })
  await payload.create({
    collection: 'policies',
    data: aPolicy({
      kind: 'guests',
      deadline: { ...rule, unit: 'calendar', count: 10 },
      feePerDay: AGREED.feePerDay,
    }),
    ...all,
  })
  const district = await payload.create({
    collection: 'organizations',
    data: anOrganization({ member: true }),
    ...all,
  })

  const people = () => publicServices(context)
  const staff = () => staffServices(context, actOf(context, { kind: 'staff', name: 'Registrar' }))

  /** Derives all that follows, until nothing does any more. */
  const derive = (): Promise<void> => services.followUp()

  const formFor = async (session: string, name: string, participation: Participation): Promise<RegistrationForm> =>
    RegistrationForm.parse({
      session,
      name,
      email: `${name.toLowerCase().replaceAll(' ', '-')}@example.org`,
      ...(participation === 'member' ? { organization: district.id } : { organization: 'other', employer: 'A school' }),
      participation,
      ...(participation === 'guest' && { host: district.id }),
      terms: true,
      termsHash: termsOf(await source.read(), context).hash,
      attempt: randomUUID(),
    })

  const rows = async <Slug extends 'registrations' | 'attendance' | 'charges' | 'deposits' | 'messages' | 'invoices'>(
    collection: Slug,
    where: object,
    sort = 'createdAt',
  ) => (await payload.find({ collection, where: where as never, sort, pagination: false, ...all })).docs

  return {
    payload,
    clock,
    close,
    context,
    people,
    staff,
    derive,
    rows,
    course,
    district,
    formFor,
    /** A name nobody has. */
    somebody: (): string => `Person ${(born += 1)}`,
    session: async (days: readonly string[], capacity: number | null): Promise<string> => {
      const held = days.map((date) => ({ ...aDay, date }))
      const data = aSession({ course: course.id, days: held, capacity })
      return (await payload.create({ collection: 'sessions', data, ...all })).id
    },
    changeSession: (id: string, data: object) => payload.update({ collection: 'sessions', id, data, ...all }),
    register: async (session: string, name: string, participation: Participation) =>
      people().registrations.register(course.slug, await formFor(session, name, participation)),
    tokenOf: (registration: Registration) => tokenFor(context, 'manage', registration),
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>
