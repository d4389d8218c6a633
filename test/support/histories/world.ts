import { randomUUID } from 'node:crypto'
import { RegistrationForm } from '#collections/registrations/schema.ts'
import { termsOf } from '#collections/registrations/service/terms.ts'
import { staffServices } from '#collections/services/staff.ts'
import { actOf, type Context } from '#collections/context/context.ts'
import { tokenFor } from '#collections/context/links.ts'
import { publicServices } from '#collections/services/public.ts'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { aCircle, aCourse, aDay, anOrganization, aPolicy, aSession } from '../builders.ts'
import { openDatabase, type Database } from '../database.ts'
import { alwaysNow } from '../desk.ts'
import type { Model } from './model.ts'

const all = { depth: 0, overrideAccess: true } as const

/** Days that are so far apart are canceled each for itself. */
export const GAP_DAYS = 7

/** What the agency asks at first in these histories; money in cents. */
const AT_FIRST = { feePerDay: 10_000, memberRate: 15_000, nonMemberRate: 25_000, businessDays: 5 }

export type Participation = 'member' | 'self' | 'guest'

/** A whole agency on a database of its own, with a clock that a history moves. */
export const openWorld = async (open: () => Promise<Database> = openDatabase) => {
  const { payload, env, close } = await open()
  const { openCatalog } = await import('#cms/catalog/index.ts')
  const { openServices } = await import('#cms/services.ts')
  const clock = { now: Temporal.Instant.from('2027-01-04T16:00:00Z') }
  let born = 0
  const source = openCatalog(payload, env)
  const services = await openServices({ payload, env, source, clock: () => clock.now })
  await services.stop()
  const context: Context = alwaysNow(services.context(), () => clock.now)

  const circle = await payload.create({ collection: 'circles', data: aCircle(), ...all })
  const { memberRate, nonMemberRate } = AT_FIRST
  const course = await payload.create({
    collection: 'courses',
    data: aCourse({ circles: [circle.id], memberRate, nonMemberRate }),
    ...all,
  })
  const rule = { unit: 'business', mode: 'at-least', cutoff: 'end-of-day' } as const
  const policy = await payload.create({
    collection: 'policies',
    data: aPolicy({
      kind: 'cancellation',
      deadline: { ...rule, count: AT_FIRST.businessDays },
      feePerDay: AT_FIRST.feePerDay,
      splitGapDays: GAP_DAYS,
      substitution: true,
    }),
    ...all,
  })
  await payload.create({
    collection: 'policies',
    data: aPolicy({
      kind: 'guests',
      deadline: { ...rule, unit: 'calendar', count: 10 },
      feePerDay: AT_FIRST.feePerDay,
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
  let derivedAt = ''
  const derive = async (): Promise<void> => {
    derivedAt = new Date().toISOString()
    await services.followUp()
  }

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

  const asked = { ...AT_FIRST }
  const counts = new Map<string, number>()

  return {
    payload,
    clock,
    /** What is asked of whoever registers now. */
    rule: asked as Readonly<typeof AT_FIRST>,
    /** The notebooks of the histories that go on side by side. */
    models: [] as Model[],
    /** How often each kind of step was done. */
    counts,
    count: (name: string): void => {
      const kind = name.replaceAll(/-?\d+/g, 'n')
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    },
    changeRule: async (given: { businessDays: number; feePerDay: number }): Promise<void> => {
      const { businessDays: count, feePerDay } = given
      await payload.update({
        collection: 'policies',
        id: policy.id,
        data: { deadline: { ...rule, count }, feePerDay },
        ...all,
      })
      Object.assign(asked, given)
    },
    changePrice: async (given: { memberRate: number; nonMemberRate: number }): Promise<void> => {
      await payload.update({ collection: 'courses', id: course.id, data: given, ...all })
      Object.assign(asked, given)
    },
    close,
    context,
    people,
    staff,
    derive,
    /** When what follows was last derived, by the machine's clock. */
    derivedAt: () => derivedAt,
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
