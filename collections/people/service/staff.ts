import type { Act } from '../../kernel/act.ts'
import type { Context } from '../../context/context.ts'
import type { FieldErrors } from '../../kernel/outcome.ts'
import { one } from '../../kernel/queries.ts'
import { isOffered } from '../../organizations/queries.ts'
import { refused, worded } from '../../staff/refusals.ts'
import type { StaffDone } from '../../staff/views.ts'
import { correctPerson } from '../correcting.ts'
import type { PersonForm } from '../schema.ts'
import { join, part } from '../join.ts'
import { JOIN_REFUSALS } from '../joining.ts'
import { split } from '../split.ts'
import { SPLIT_REFUSALS } from '../splitting.ts'
import { Email } from '../../values/typed.ts'
import { personDetail } from './detail.ts'
import { joinView } from './joining.ts'

const CHANGED = refused('Somebody else changed this person in the same moment. Look at it again.', 409)
const GONE = refused('This person is gone. Nothing was changed.', 404)

const ofJoin = worded(JOIN_REFUSALS)
const ofSplit = worded(SPLIT_REFUSALS)

type Corrected = StaffDone | { ok: false; message: string; status: 422; errors: FieldErrors }

/** People, as the desk reads and corrects them. */
export const staffPeople = (context: Context, act: Act) => ({
  read: (id: string) => personDetail(context, id),

  /** Two records of one person, before the first is joined into the other. */
  lookAtJoin: (id: string, into: string) => joinView(context, id, into),
  join: async (id: string, into: string, reason: string): Promise<StaffDone> =>
    ofJoin(await join(act, id, into, reason)),
  /** Takes a joining back. */
  part: async (id: string, reason: string): Promise<StaffDone> => ofJoin(await part(act, id, reason)),

  /** What is ticked goes to a record of its own. */
  split: async (id: string, given: Parameters<typeof split>[2]): Promise<StaffDone | { ok: true; person: string }> => {
    const email = given.email === '' ? '' : Email.safeParse(given.email).data
    if (email === undefined) return refused('Give an e-mail address such as name@example.org, or none.')
    const done = await split(act, id, { ...given, email })
    return done.ok ? done : ofSplit(done)
  },

  /** Corrects what is known of somebody, and has everything of theirs follow. */
  correct: async (id: string, form: PersonForm, shown = ''): Promise<Corrected> => {
    const person = await one(context, 'people', id)
    if (!person) return GONE
    if (shown !== '' && shown !== person.updatedAt) return CHANGED
    const { organization } = form
    const isKnown =
      organization === '' ||
      organization === 'other' ||
      organization === person.organization ||
      isOffered(await context.organizations(), organization)
    if (!isKnown) return { ...refused(''), errors: { organization: 'Choose an organization of the list.' } }
    await correctPerson(act, person, form)
    return { ok: true }
  },
})
