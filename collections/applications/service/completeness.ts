import { isOffered } from '../../organizations/queries.ts'
import { lackingIn, type Lacking } from '../lacking.ts'
import type { ApplicationForm } from '../schema.ts'
import type { Context } from '../../context/context.ts'
import type { Call } from './program-view.ts'

type Organizations = Awaited<ReturnType<Context['organizations']>>

/** What a form is filled with from the call it belongs to; an organization that is not on the list counts as none. */
export const filledFor = (call: Call, organizations: Organizations, form: ApplicationForm) => ({
  call: call.key,
  collaborative: call.one.id,
  asked: call.asked,
  form,
  organization: isOffered(organizations, form.organization) ? form.organization : undefined,
  about: (call.all.length > 1 && call.one.program) || call.one.name,
})

/** What keeps a form from being sent, by field. */
export const lackingFor = (call: Call, organizations: Organizations, form: ApplicationForm): Lacking =>
  lackingIn(call.asked, form, (id) => isOffered(organizations, id))
