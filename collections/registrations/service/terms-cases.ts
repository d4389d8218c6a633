import type { Where } from 'payload'
import type { Context } from '../../context/context.ts'
import { every, one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { parentOf } from '../../staff/queries.ts'
import type { TermsCase } from '../../staff/views.ts'
import { instantOf } from '../../values/day.ts'
import { hasAccepted } from '../acceptance.ts'
import { openAsking } from '../handing-on.ts'
import { ACTIVE } from '../states.ts'

/** Those who were asked to accept the terms and have not answered. */
export const UNACCEPTED: Where = {
  and: [{ acceptance: { equals: 'asked' } }, { status: { in: [...ACTIVE] } }],
}

/** Those who asked a colleague to come instead and wait for an answer. */
export const ASKING: Where = {
  and: [
    { answerBy: { exists: true } },
    { status: { equals: 'confirmed' } },
    { or: [{ acceptance: { not_equals: 'asked' } }, { acceptance: { exists: false } }] },
  ],
}

/** Everybody whose acceptance is waited for, by the moment until which it has to come. */
export const termsCases = async (context: Context): Promise<TermsCase[]> => {
  const waiting = await every(context, 'registrations', { or: [UNACCEPTED, ASKING] }, { sort: 'answerBy', limit: 300 })
  const cases = await Promise.all(
    waiting.map(async (registration): Promise<TermsCase[]> => {
      const session = await one(context, 'sessions', idOf(registration.session))
      const asked = hasAccepted(registration) ? openAsking(registration) : null
      if (!session?.startsAt || (hasAccepted(registration) && !asked)) return []
      const { id: sessionId, startsAt, timeZone } = session
      return [
        {
          registration: registration.id,
          name: asked?.name ?? registration.name,
          holder: asked ? registration.name : null,
          session: {
            id: sessionId,
            title: (await parentOf(context, session)).title,
            startsAt: Temporal.Instant.from(startsAt),
            zone: timeZone,
          },
          until: instantOf(registration.answerBy),
        },
      ]
    }),
  )
  return cases.flat()
}
