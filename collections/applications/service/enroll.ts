import { agreedPlaceOf, applicantName } from '../form.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { changeApplication, logApplication } from '../change.ts'
import { payerOfPlace, ruleOfPlace } from '../roster.ts'
import { book } from '../../charges/actions.ts'
import { placeLine } from '../../charges/policy.ts'
import { idOf } from '../../kernel/related.ts'
import { dayIn } from '../../values/day.ts'
import type { Cents } from '../../values/money.ts'
import type { Application } from '../../kernel/payload-types.ts'
import { collaborativeOf, liveDatesIn } from './programs.ts'
import { actOf, type Context } from '../../context/context.ts'

/** A person takes part as soon as they accept; a team once the desk has its papers. Undefined where nothing is to be done. */
export const enrollPerson = async (context: Context, application: Application): Promise<Application | undefined> =>
  application.status === 'accepted' && application.applicant === 'person'
    ? changeApplication(actOf(context, SYSTEM), application, { status: 'enrolled' }, ['reason'])
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

/** What follows in money from taking part; a price on request waits for the desk, which finds it in the log. */
export const settlePlacePrice = async (context: Context, application: Application): Promise<void> => {
  if (application.status !== 'enrolled') return
  const cents = await priceOf(context, application)
  if (cents !== null) await bookPlace(context, application, cents)
  else
    await logApplication(
      actOf(context, SYSTEM),
      application,
      'unpriced',
      `The price for ${applicantName(application)} has to be settled`,
    )
}
