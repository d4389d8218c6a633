import type { Context } from '../../context/context.ts'
import { notify } from '../../context/notify.ts'
import type { Step } from '../../followups/service/step.ts'
import type { Registration } from '../../kernel/payload-types.ts'
import { one } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { valuesOf } from '../../messages/values.ts'
import { permissionLetter } from '../permission.ts'
import { factsOf, localeOf } from './facts.ts'
import { notifyAbout } from './notifications.ts'

/** Asks the district that was named as host whether it pays; where it has no address, the desk calls. */
const askHost = async (context: Context, registration: Registration, key: string): Promise<void> => {
  const host = registration.host ? await one(context, 'organizations', idOf(registration.host)) : undefined
  const to = host?.contact?.email ?? host?.billing?.email
  if (!to) return
  const facts = await factsOf(context, registration)
  await notify(context, 'promise-asked', {
    about: `registration:${registration.id}`,
    key,
    to,
    values: valuesOf('promise-asked', facts),
    locale: localeOf(facts.locale),
  })
}

/** What is written about a member district's permission or promise: to whoever takes part, and to the host that is asked. */
export const permissionLetters: Step = {
  name: 'permission-letters',
  follows: { registrations: ({ id }) => id },
  handle: async (context, id) => {
    const registration = await one(context, 'registrations', id)
    const letter = registration && permissionLetter(registration)
    if (!letter) return
    await notifyAbout(context, letter.kind, registration, { key: letter.key })
    if (letter.kind === 'permission-asked' && registration.participation === 'hosted')
      await askHost(context, registration, letter.key)
  },
}
