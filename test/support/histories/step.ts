import type { AsyncCommand } from 'fast-check'
import type { Registration } from '#collections/kernel/payload-types.ts'
import { deadlinesOf, heldDays, type Day, type Model, type Place } from './model.ts'
import { GAP_DAYS, type World } from './world.ts'

// What people and staff do in a history. Each knows when it can be done, does it with the product, and writes down in the notebook
// what a clerk would; whoever plays the history compares the two then.

export type Step = AsyncCommand<Model, World>

/** A command by its name and a function that says what it does now; `undefined`: nothing, there is no occasion. */
export const step = (
  name: string,
  occasion: (model: Model) => ((model: Model, world: World) => Promise<void>) | undefined,
): Step => ({
  toString: () => name,
  check: (model) => occasion(model) !== undefined,
  run: async (model, world) => {
    world.count(name)
    await occasion(model)!(model, world)
  },
})

export const registrationOf = async (world: World, id: string): Promise<Registration> =>
  world.payload.findByID({ collection: 'registrations', id, depth: 0, overrideAccess: true })

export const nth = <One>(list: readonly One[], at: number): One | undefined => list[at % Math.max(1, list.length)]
export const nowOf = ({ clock }: World): number => clock.now.epochMilliseconds

/** Keeps, for every place, the kinder of the deadline it had and the one the session and the rule give now. */
export const kinder = (model: Model, world: World): void => {
  for (const { days, until } of deadlinesOf(heldDays(model), world.rule.businessDays, GAP_DAYS))
    for (const place of model.places)
      for (const day of days) place.freeUntil.set(day, Math.max(until, place.freeUntil.get(day) ?? 0))
}

/** A name as a mailbox. */
export const mailboxOf = (who: string): string => `${who.toLowerCase().replaceAll(' ', '-')}@example.org`

type Begins = Pick<Place, 'who' | 'participation' | 'registration' | 'status' | 'isBound'> & { theirs?: readonly Day[] }

/** A new page of the notebook. `theirs`: the days they have of somebody's seat; all of them where it is their own. */
export const newPlace = (model: Model, world: World, { theirs, ...place }: Begins): Place => {
  const { feePerDay, memberRate, nonMemberRate } = world.rule
  const isTheirs = (day: Day) => !theirs || theirs.includes(day)
  const made: Place = {
    ...place,
    mailbox: mailboxOf(place.who),
    since: nowOf(world),
    feePerDay,
    price: { member: memberRate, self: nonMemberRate, guest: 0 }[place.participation],
    agreedDays: heldDays(model).length,
    freeUntil: new Map(),
    days: new Map(
      model.days.map(({ day, isCalledOff }) => [
        day,
        { is: isTheirs(day) ? (isCalledOff ? 'called-off' : 'coming') : 'handed' },
      ]),
    ),
    fees: new Map(),
    asked: undefined,
    billed: 0,
    isReplaced: false,
  }
  model.places.push(made)
  kinder(model, world)
  return made
}

/** The last letter of a kind that a mailbox got. */
export const lastLetter = async (world: World, to: string, kind: string) =>
  (await world.rows('messages', { and: [{ to: { equals: to } }, { kind: { equals: kind } }] })).at(-1)
