import type { Context } from '../../context/context.ts'
import { actOf } from '../../context/context.ts'
import { within, type Step } from '../../followups/service/step.ts'
import { SYSTEM } from '../../kernel/act.ts'
import { paths } from '../../kernel/paths.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { every, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { payerNameOf, plainName, type Facts } from '../../messages/values.ts'
import { priceOf } from '../../messages/sentences.ts'
import { hasAccepted, isUnanswered } from '../acceptance.ts'
import { endAsking } from '../accepting.ts'
import { payerAfter } from '../actions.ts'
import { askedOf, openAsking, type Asked } from '../handing-on.ts'
import { cancel } from './cancel.ts'
import { handingOf } from './colleague.ts'
import { invitationToken } from './invitation.ts'
import { notifyAbout } from './notifications.ts'
import { rulesOf } from './rules.ts'

/** Whoever did not accept the terms in time loses the seat, at no cost; once it has begun the seat is used. */
const endUnaccepted = async (context: Context, registration: Registration): Promise<void> => {
  const { offers } = await rulesOf(context, idOf(registration.session))
  if (offers.isOpen) await cancel(actOf(context, SYSTEM), registration, offers, { by: 'terms' })
}

/** Answers that did not come in time: of people the desk added, and of colleagues who were asked to come instead. */
export const lateAnswers: Step = {
  name: 'late-answers',
  follows: { registrations: ({ id, answerBy }) => (answerBy ? id : undefined) },
  due: async (context, span) =>
    (await every(context, 'registrations', within('answerBy', span), { sort: 'answerBy' })).map(({ id }) => id),
  handle: async (context, id) => {
    const registration = await one(context, 'registrations', id)
    if (!registration || registration.status === 'canceled' || !isUnanswered(registration, context.now)) return
    if (!hasAccepted(registration)) return endUnaccepted(context, registration)
    if (openAsking(registration)) await endAsking(actOf(context, SYSTEM), registration, 'lapsed')
  },
}

const ANSWERS = {
  declined: (name: string) => `${name} does not take your place.`,
  lapsed: (name: string) => `${name} has not answered in time.`,
}

/** Days of the asking, of which the others are not the colleague's. */
const onlyDays = (facts: Facts, days: readonly string[]): Facts => {
  const others = facts.session.days.filter(({ date }) => !days.includes(date))
  const rows = others.map(({ date }) => ({ date, state: 'substituted' }) as Facts['attendance'][number])
  return { ...facts, attendance: rows, about: days }
}

/** The letter to the colleague: what they would agree to, and until when they can. */
const askByLetter = async (context: Context, registration: Registration, asked: Asked): Promise<void> => {
  const managed = { registration, rules: await rulesOf(context, idOf(registration.session)) }
  const handing = await handingOf(context, managed, asked.name, asked.days)
  if (!handing) return
  const { name, email, key, times = 1 } = asked
  const colleague = { person: idOf(registration.person), name, email }
  const theirs = {
    ...registration,
    name,
    email,
    agreed: { ...handing.agreed },
    payer: payerAfter(registration, colleague),
  }
  const link = context.siteUrl + paths.colleague(await invitationToken(context, registration, asked))
  await notifyAbout(context, 'colleague-asked', theirs, {
    key: times > 1 ? `${key}-${times}` : key,
    values: {
      colleague: plainName(registration.name, 'A colleague'),
      changes: times > 1 ? 'The session has changed since you were asked. This is how it is now.' : '',
      accept_link: link,
      price: priceOf(handing.agreed, theirs, payerNameOf(theirs.payer, 'whoever was named'), handing.agreed.locale),
    },
    facts: (facts) => onlyDays(facts, handing.days),
  })
}

/** What is written about a colleague who was asked: to them, and to whoever asked. */
export const colleagueLetters: Step = {
  name: 'colleague-letters',
  follows: { registrations: ({ id, asked }) => (asked ? id : undefined) },
  handle: async (context, id) => {
    const registration = await one(context, 'registrations', id)
    const asked = registration && askedOf(registration)
    if (!registration || !asked) return
    const { name, email, key, days, answer } = asked
    if (openAsking(registration)) return askByLetter(context, registration, asked)
    if (answer === 'declined' || answer === 'lapsed') {
      if (registration.status === 'canceled') return
      const colleague = plainName(name, 'Your colleague')
      const about = days ?? undefined
      await notifyAbout(context, 'colleague-declined', registration, {
        key,
        values: { colleague, answer: ANSWERS[answer](colleague) },
        facts: (facts) => ({ ...facts, about: about ?? facts.session.days.map(({ date }) => date) }),
      })
    } else {
      await notifyAbout(
        context,
        'colleague-over',
        { ...registration, name, email },
        { key, values: { colleague: plainName(registration.name, 'Your colleague') } },
      )
    }
  },
}
