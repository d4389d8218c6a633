import { SYSTEM } from '../../kernel/act.ts'
import { attendedText, minimumText, neededText } from '../sentences.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { formatDay } from '../../values/day.ts'
import { alertsIn, currentPrograms, type Alerted } from './alerts.ts'
import type { Program } from '../../registrations/service/program.ts'
import { actOf, type Context } from '../../context/context.ts'
import { notifyAbout } from '../../registrations/service/notifications.ts'
import { every } from '../../kernel/queries.ts'
import { each } from '../../context/each.ts'
import { EVERYTHING, type Step } from '../../followups/service/step.ts'

const KINDS = { 'no-miss-left': 'last-miss', impossible: 'minimum-missed' } as const
const WORDS = {
  'no-miss-left': 'no live session can be missed any more',
  impossible: 'the minimum cannot be met any more',
} as const

/** Once for each state and the meeting it began with: what is corrected and comes true again is told once. */
const keyOf = ({ registration, alert }: Alerted): string =>
  `registration:${registration.id}:minimum:${alert.state}:${alert.date}`

/** Tells the person, then writes the line of the log, which says that both are done. */
const notifyOf = async (context: Context, { collaborative }: Program, alerted: Alerted): Promise<void> => {
  const { registration, alert, standing } = alerted
  const values = {
    program: collaborative.name,
    minimum: minimumText(standing),
    attended: attendedText(standing),
    needed: neededText(standing),
  }
  await notifyAbout(context, KINDS[alert.state], registration, { key: alert.date, values })
  await writeEntry(actOf(context, SYSTEM), {
    key: keyOf(alerted),
    kind: `minimum.${KINDS[alert.state]}`,
    summary: `${registration.name}, ${collaborative.name}: ${WORDS[alert.state]}, since ${formatDay(alert.date, 'en', 'short')}`,
    registration: registration.id,
    session: registration.session,
    data: { ...alert, attended: standing.attended, required: standing.required, of: standing.of },
  })
}

const notifyAlerts = async (context: Context, program: Program): Promise<void> => {
  const alerted = await alertsIn(context, program)
  if (alerted.length === 0) return
  const logged = await every(context, 'events', { key: { in: alerted.map(keyOf) } })
  const known = new Set(logged.map(({ key }) => key))
  await each(
    alerted.filter((one) => !known.has(keyOf(one))),
    (one) => notifyOf(context, program, one),
  )
}

/** What a program asks of the people in it, told when it matters: at the last miss, and on the day it becomes impossible. */
export const minimums: Step = {
  name: 'minimums',
  follows: {
    attendance: () => EVERYTHING,
    registrations: ({ application }) => (application ? EVERYTHING : undefined),
    sessions: ({ collaborative }) => (collaborative ? EVERYTHING : undefined),
    collaboratives: () => EVERYTHING,
  },
  handle: async (context) => {
    await each(await currentPrograms(context), (program) => notifyAlerts(context, program))
  },
}
