import { lackingIn, type Lacking } from '#collections/applications/lacking.ts'
import type { ApplicationForm } from '#collections/applications/schema.ts'
import type { DeskContext } from '../context.ts'
import type { Call } from './program.ts'

type Organizations = Awaited<ReturnType<DeskContext['organizations']>>

/** What a form is filled with from the call it belongs to; an organization that is not on the list counts as none. */
export const filledFor = (call: Call, organizations: Organizations, form: ApplicationForm) => ({
  call: call.key,
  collaborative: call.one.id,
  asked: call.asked,
  form,
  organization: organizations.has(form.organization) ? form.organization : undefined,
  about: (call.all.length > 1 && call.one.program) || call.one.name,
})

/** What keeps a form from being sent, by field. */
export const lackingFor = (call: Call, organizations: Organizations, form: ApplicationForm): Lacking =>
  lackingIn(call.asked, form, (id) => organizations.has(id))
