import type { Act } from '../kernel/act.ts'
import { dayIn } from '../values/day.ts'
import { awardsDesk } from '../awards/service/staff.ts'
import type { Context } from '../context/context.ts'
import { worksDesk } from '../reviews/service/lead.ts'
import { selectingDesk } from '../applications/service/staff.ts'
import { together } from './together.ts'
import { casesDesk } from '../attendance/service/cases.ts'
import { checksDesk } from '../deposits/service/staff.ts'
import { daysDesk } from '../attendance/service/staff.ts'
import { letterDesk } from '../files/service/staff.ts'
import { moneyDesk } from '../invoices/service/staff.ts'
import { outboxDesk } from '../messages/service/staff.ts'
import { peopleDesk } from '../registrations/service/staff.ts'
import { registrationDesk } from '../registrations/service/staff-detail.ts'
import { rosterDesk } from '../sessions/service/staff.ts'
import { waitsDesk } from './overview.ts'

/** The desk as a registrar uses it: what it shows, and what can be done there, as this member of staff at this moment. */
export const staffDesk = (context: Context, act: Act) =>
  together([
    { now: act.now, zone: act.zone, today: dayIn(act.now, act.zone), name: act.actor.name },
    waitsDesk(context, act),
    rosterDesk(context),
    daysDesk(context, act),
    peopleDesk(context, act),
    registrationDesk(context),
    casesDesk(context),
    checksDesk(context, act),
    letterDesk(context),
    outboxDesk(context, act),
    moneyDesk(context, act),
    selectingDesk(context, act),
    worksDesk(context, act),
    awardsDesk(context, act),
  ])

export type StaffDesk = ReturnType<typeof staffDesk>
