import type { Act } from '#collections/act.ts'
import { dayIn } from '#collections/values/day.ts'
import { awardsDesk } from '../awards/staff.ts'
import type { DeskContext } from '../context.ts'
import { worksDesk } from '../reviewing/lead.ts'
import { selectingDesk } from '../selecting/index.ts'
import { together } from '../together.ts'
import { casesDesk } from './cases.ts'
import { checksDesk } from './checks.ts'
import { daysDesk } from './days.ts'
import { letterDesk } from './letters.ts'
import { moneyDesk } from './money.ts'
import { outboxDesk } from './outbox.ts'
import { peopleDesk } from './people.ts'
import { registrationDesk } from './registration.ts'
import { rosterDesk } from './roster.ts'
import { waitsDesk } from './waits.ts'

/** The desk as a registrar uses it: what it shows, and what can be done there, as this member of staff at this moment. */
export const staffDesk = (context: DeskContext, act: Act) =>
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
