import { SYSTEM } from '../../kernel/act.ts'
import { attendedText, minimumText, neededText } from '../sentences.ts'
import { record } from '../../events/actions.ts'
import { formatDay } from '../../values/day.ts'
import { alertsIn, currentPrograms, type Alerted } from './alerts.ts'
import type { Program } from '../../registrations/service/program.ts'
import { actOf, type Context } from '../../context/context.ts'
import { tellAbout } from '../../registrations/service/notifications.ts'
import { every } from '../../kernel/queries.ts'
import { each } from '../../context/each.ts'

const KINDS = { 'no-miss-left': 'last-miss', impossible: 'minimum-missed' } as const
const WORDS = {
  'no-miss-left': 'no live session can be missed any more',
  impossible: 'the minimum cannot be met any more',
} as const

/** Once for each state and the meeting it began with: what is corrected and comes true again is told once. */
const keyOf = ({ registration, alert }: Alerted): string =>
  `registration:${registration.id}:minimum:${alert.state}:${alert.date}`

/** Tells the person, then writes the line of the log, which says that both are done. */
const tell = async (context: Context, { collaborative }: Program, alerted: Alerted): Promise<void> => {
  const { registration, alert, standing } = alerted
  const values = {
    program: collaborative.name,
    minimum: minimumText(standing),
    attended: attendedText(standing),
    needed: neededText(standing),
  }
  await tellAbout(context, KINDS[alert.state], registration, { key: alert.date, values })
  await record(actOf(context, SYSTEM), {
    key: keyOf(alerted),
    kind: `minimum.${KINDS[alert.state]}`,
    summary: `${registration.name}, ${collaborative.name}: ${WORDS[alert.state]}, since ${formatDay(alert.date, 'en', 'short')}`,
    registration: registration.id,
    session: registration.session,
    data: { ...alert, attended: standing.attended, required: standing.required, of: standing.of },
  })
}

const settleProgram = async (context: Context, program: Program): Promise<void> => {
  const alerted = await alertsIn(context, program)
  if (alerted.length === 0) return
  const told = await every(context, 'events', { key: { in: alerted.map(keyOf) } })
  const known = new Set(told.map(({ key }) => key))
  const left = alerted.filter((one) => !known.has(keyOf(one))).map((one) => ({ id: one.registration.id, one }))
  await each(context, left, 'A minimum could not be told', ({ one }) => tell(context, program, one))
}

/** What a program asks of the people in it, told when it matters: at the last miss, and on the day it becomes impossible. */
export const settleMinimum = async (context: Context): Promise<void> => {
  const programs = (await currentPrograms(context)).map((program) => ({ id: program.collaborative.id, program }))
  await each(context, programs, 'The minimum of a program could not be worked out', ({ program }) =>
    settleProgram(context, program),
  )
}
