import { agreedPlaceOf, applicantName } from '../form.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { writeEntry } from '../../kernel/audit.ts'
import { changeApplication, entryOf } from '../change.ts'
import { payerOfPlace, ruleOfPlace } from '../roster.ts'
import { book, reverse } from '../../charges/actions.ts'
import { placeLine } from '../../charges/policy.ts'
import { idOf } from '../../kernel/related.ts'
import { dayIn } from '../../values/day.ts'
import type { Cents } from '../../values/money.ts'
import type { Application, Charge } from '../../kernel/payload-types.ts'
import { collaborativeOf, liveDatesIn } from './programs.ts'
import { actOf, type Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { owedFor, withdrawalOf } from '../withdrawal.ts'

/** Why the line of a place is taken back, as it stands on the statement. */
const GIVEN_UP = 'The place was given up, and nothing is owed for it.'

/** A person takes part as soon as they accept; a team once the desk has its papers. Undefined where nothing is to be done. */
export const enrollPerson = async (context: Context, application: Application): Promise<Application | undefined> =>
  application.status === 'accepted' && application.applicant === 'person'
    ? changeApplication(actOf(context, SYSTEM), application, { status: 'enrolled' }, null, ['reason'])
    : undefined

/** What a place costs: as it was accepted, else as the collaborative says now. null: on request. */
export const priceOf = async (context: Context, application: Application): Promise<Cents | null> => {
  const agreed = agreedPlaceOf(application)
  if (agreed) return agreed.price
  return (await collaborativeOf(context, idOf(application.place) ?? ''))?.price ?? null
}

/** Books the one price of a place, once however often it is asked for; `cents` settles one that was on request. */
export const bookPlace = async (
  context: Context,
  application: Application,
  cents: Cents,
  act = actOf(context, SYSTEM),
  reason?: string,
): Promise<void> => {
  const collaborative = await collaborativeOf(context, idOf(application.place) ?? '')
  if (!collaborative) return
  const organization = (await context.organizations()).get(idOf(application.organization) ?? '')
  const payer = payerOfPlace(application, organization)
  const [firstDay] = liveDatesIn(await context.source.read(), collaborative.id)
  const line = placeLine({
    application: application.id,
    name: applicantName(application),
    collaborative: collaborative.name,
    cents,
    day: firstDay ?? dayIn(context.now, context.zone),
    payer: { ...payer, ...(payer.kind === 'person' && { person: idOf(application.person) }) },
    rule: ruleOfPlace(application, payer),
    purchaseOrder: application.purchaseOrder ?? null,
  })
  if (line) await book(act, line, reason)
}

/** Lines of money about a place, as they are booked. */
const linesOf = (context: Pick<Context, 'payload'>, { id }: Application): Promise<Charge[]> =>
  every(context, 'charges', { application: { equals: id } }, { sort: 'createdAt' })

/** What is owed for a place now; see `owedFor`. */
export const owedNow = async (context: Context, application: Application): Promise<Cents> => {
  const { status } = application
  if (status !== 'enrolled' && status !== 'withdrawn') return 0
  const [price, booked] = await Promise.all([priceOf(context, application), linesOf(context, application)])
  return owedFor({ status, decision: withdrawalOf(application)?.decision, price, booked })
}

/** Takes back whatever is still booked for a place that was given up. */
const takeBack = async (context: Context, application: Application): Promise<void> => {
  const lines = await linesOf(context, application)
  const reversed = new Set(lines.flatMap(({ reverses }) => idOf(reverses) ?? []))
  const act = actOf(context, SYSTEM)
  for (const line of lines) if (line.kind !== 'reversal' && !reversed.has(line.id)) await reverse(act, line, GIVEN_UP)
}

/**
 * What follows in money from taking part, or from leaving: who has left owes nothing, unless the desk decided that the price stays
 * owed. A price on request waits for the desk, which finds it in the log.
 */
export const bookPlacePrice = async (context: Context, application: Application): Promise<void> => {
  const { status } = application
  if (status === 'withdrawn' && withdrawalOf(application)?.decision !== 'owed') await takeBack(context, application)
  if (status !== 'enrolled') return
  const cents = await priceOf(context, application)
  if (cents !== null) await bookPlace(context, application, cents)
  else
    await writeEntry(
      actOf(context, SYSTEM),
      entryOf(application, 'unpriced', `The price for ${applicantName(application)} has to be settled`),
    )
}
