import { actOf, type Context } from '../../context/context.ts'
import { dropFile } from '../../files/actions.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { change } from '../../kernel/change.ts'
import { compareAndSet } from '../../kernel/keyed.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { HOLDINGS } from '../holdings.ts'
import { PERIOD_NAMES, PERIODS, type PeriodName } from '../retention.ts'
import { erasePerson } from './erase.ts'
import { MOST_A_NIGHT, overOf, periodsOf } from './over.ts'

/** Whoever of these has something open is left for the next night. True: it was erased. */
const forget: Record<PeriodName, (context: Context, id: string) => Promise<boolean>> = {
  needsMonths: async (context, id) => {
    const registration = await one(context, 'registrations', id)
    if (!registration) return false
    return Boolean(await change(actOf(context, SYSTEM), 'registrations', registration, {}, null, { absent: ['needs'] }))
  },
  lettersMonths: async (context, id) => {
    const act = actOf(context, SYSTEM)
    const registration = await one(context, 'registrations', id)
    const letter = idOf(registration?.letter)
    if (!registration || !letter) return false
    if (!(await change(act, 'registrations', registration, {}, null, { absent: ['letter'] }))) return false
    if (await one(context, 'files', letter)) await dropFile(act, letter)
    return true
  },
  messagesMonths: async (context, id) => {
    const message = await one(context, 'messages', id)
    const remains =
      message && HOLDINGS.messages.remains(message, { names: [], emails: [], phones: [] }, { keepsAwards: true })
    if (!remains) return false
    // Whom it went to stays: it is theirs still.
    const data = { ...remains.data, to: message.to }
    const names = [...remains.absent] as ('calendar' | 'lastError' | 'nextAttemptAt')[]
    return Boolean(await compareAndSet(context.payload, 'messages', id, {}, data, names))
  },
  peopleMonths: async (context, id) =>
    (await erasePerson(context, actOf(context, SYSTEM), id, { reason: 'expired', keepsAwards: true })).length === 0,
}

/** Erases what is kept for longer than was set, once a night, and writes down how much that was. */
export const forgetWhatIsOver = async (context: Context, night: string): Promise<void> => {
  const over = await overOf(context, await periodsOf(context))
  const counts: string[] = []
  for (const name of PERIOD_NAMES) {
    let done = 0
    for (const id of over[name].slice(0, MOST_A_NIGHT)) {
      if (context.mayWork?.() === false) return
      if (await forget[name](context, id)) done += 1
    }
    if (done > 0) counts.push(`${PERIODS[name].what.toLowerCase()}: ${done}`)
  }
  if (counts.length > 0)
    await writeEntry(actOf(context, SYSTEM), {
      key: `retention:${night}`,
      kind: 'retention.done',
      summary: `Erased because their time is over: ${counts.join(', ')}`,
    })
}
