import { staffApplications } from '../applications/service/staff.ts'
import { staffAttendance } from '../attendance/service/staff.ts'
import { staffAwards } from '../awards/service/staff.ts'
import { staffCharges } from '../charges/service/staff.ts'
import type { Context } from '../context/context.ts'
import { staffDeposits } from '../deposits/service/staff.ts'
import { staffEvaluations } from '../evaluations/service/staff.ts'
import { staffFiles } from '../files/service/staff.ts'
import { staffInvoices } from '../invoices/service/staff.ts'
import type { Act } from '../kernel/act.ts'
import { staffOrganizations } from '../organizations/service/staff.ts'
import { staffPeople } from '../people/service/staff.ts'
import { staffPrivacy } from '../privacy/service/staff.ts'
import { staffMessages } from '../messages/service/staff.ts'
import { staffRegistrations } from '../registrations/service/staff.ts'
import { assigning } from '../reviews/service/assigning.ts'
import { staffSubmissions } from '../reviews/service/lead.ts'
import { staffSessions } from '../sessions/service/staff.ts'
import { staffTranscripts } from '../transcripts/service/public.ts'
import { dayIn } from '../values/day.ts'
import { staffReports } from '../reports/service/staff.ts'
import type { Filter } from '../exports/table.ts'
import { openExport } from './exports.ts'
import { overviewOf } from './overview.ts'
import { searchDesk } from './search.ts'

/** What a registrar sees and does, by noun, as this member of staff at this moment. */
export const staffServices = (context: Context, act: Act) => ({
  now: act.now,
  zone: act.zone,
  today: dayIn(act.now, act.zone),
  name: act.actor.name,
  overview: () => overviewOf(context, act),
  /** A list as a file. */
  save: (file: string, filter: Filter) => openExport(context, file, filter),
  search: (typed: string) => searchDesk(context, typed),
  sessions: staffSessions(context),
  people: staffPeople(context, act),
  privacy: staffPrivacy(context, act),
  transcripts: staffTranscripts(context),
  reports: staffReports(context),
  registrations: staffRegistrations(context, act),
  attendance: staffAttendance(context, act),
  deposits: staffDeposits(context, act),
  files: staffFiles(context),
  messages: staffMessages(context, act),
  charges: staffCharges(context, act),
  invoices: staffInvoices(context, act),
  organizations: staffOrganizations(context, act),
  applications: staffApplications(context, act),
  submissions: staffSubmissions(context, act),
  reading: assigning(context, act),
  awards: staffAwards(context, act),
  evaluations: staffEvaluations(context, act),
})

export type StaffServices = ReturnType<typeof staffServices>
