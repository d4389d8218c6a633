import { publicApplications } from '../applications/service/public.ts'
import { publicAwards } from '../awards/service/public.ts'
import { publicTranscripts } from '../transcripts/service/public.ts'
import type { Context } from '../context/context.ts'
import { publicEvaluations } from '../evaluations/service/public.ts'
import { publicInvoices } from '../invoices/service/public.ts'
import { publicPeople } from '../people/service/public.ts'
import { publicPrivacy } from '../privacy/service/public.ts'
import { publicRegistrations } from '../registrations/service/public.ts'
import { publicSubscriptions } from '../subscriptions/service/public.ts'
import { publicSubmissions } from '../submissions/service/public.ts'

/** What the public pages may ask for, by noun, at one moment. They never see a document. */
export const publicServices = (context: Context) => ({
  now: context.now,
  registrations: publicRegistrations(context),
  people: publicPeople(context),
  privacy: publicPrivacy(context),
  transcripts: publicTranscripts(context),
  invoices: publicInvoices(context),
  applications: publicApplications(context),
  submissions: publicSubmissions(context),
  subscriptions: publicSubscriptions(context),
  awards: publicAwards(context),
  evaluations: publicEvaluations(context),
})

export type PublicServices = ReturnType<typeof publicServices>
