import { SYSTEM } from '../../kernel/act.ts'
import { actOf } from '../../context/context.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { one } from '../../kernel/queries.ts'
import type { Step } from '../../followups/service/step.ts'
import { searchOf } from '../identity.ts'
import { takeJoined } from '../join.ts'
import { takeAlong } from '../taking-along.ts'

/** People who were written before the desk could be searched, or by another way than a form, are found too. */
export const findablePeople: Step = {
  name: 'findable-people',
  follows: { people: ({ id }) => id },
  handle: async ({ payload }, id) => {
    const person = await one({ payload }, 'people', id)
    if (!person || person.erasedAt) return
    const { name, email } = person
    const search = searchOf(person)
    if (person.search !== search)
      await compareAndSet(
        payload,
        'people',
        id,
        { and: [{ name: { equals: name } }, { email: { equals: email } }] },
        { search },
      )
  },
}

/** What a process that stopped in the middle of a correction has left. */
export const correctedPeople: Step = {
  name: 'corrected-people',
  follows: { people: ({ id }) => id },
  handle: async (context, id) => {
    const person = await one(context, 'people', id)
    if (person?.former) await takeAlong(actOf(context, SYSTEM), person)
  },
}

/** What a process that stopped in the middle of joining two records, or parting them, has left. */
export const joinedPeople: Step = {
  name: 'joined-people',
  follows: { people: ({ id }) => id },
  handle: async (context, id) => {
    const person = await one(context, 'people', id)
    if (person?.joined) await takeJoined(actOf(context, SYSTEM), person)
  },
}
