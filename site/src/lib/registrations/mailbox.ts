import type { PublicServices } from '#collections/services/public.ts'
import type { FieldErrors } from '#collections/kernel/outcome.ts'
import type { Dated } from '#collections/catalog/dated.ts'
import type { CircleView } from '#collections/circles/view.ts'
import type { Status } from '#collections/registrations/states.ts'
import type { Standing as SessionStanding } from '#collections/sessions/states.ts'
import { paths } from '#collections/kernel/paths.ts'
import { LinkForm } from '#collections/registrations/schema.ts'
import type { MyView } from '#collections/registrations/service/view.ts'
import { fieldErrors } from '../form/answer.ts'
import { OwnForm } from '#collections/people/schema.ts'
import type { OwnRefusal } from '#collections/people/service/my.ts'
import { valueOf, type Sent } from '../form/body.ts'
import { finished, formPage, gone, type FormOf, type Turn } from '../form/page.ts'

export type LinkTurn = Turn<{ email: string }>

const form = (email: string, status: FormOf<LinkTurn>['status'], errors: FieldErrors): LinkTurn => ({
  show: 'form',
  email,
  status,
  errors,
})

/**
 * The page on which one asks for the link to everything of a mailbox. What comes back does not depend on whether anybody
 * there ever registered.
 */
export const linkPage = (visitor: PublicServices, request: Request, origin: string): Promise<LinkTurn> =>
  formPage<object, LinkTurn>(request, origin, {
    open: () => Promise.resolve({}),
    view: () => form('', 200, {}),
    act: async (sent) => {
      const email = valueOf(sent, 'email')
      const read = LinkForm.safeParse({ email })
      if (!read.success) return form(email, 422, fieldErrors(read.error.issues))
      await visitor.people.sendLink(read.data.email)
      return finished(`${paths.my}?sent`, { done: 'sent' })
    },
  })

export type MailboxTurn = Turn<{
  view: MyView
  refusal?: 'not-named' | OwnRefusal
  /** A correction of oneself that was sent: of whom, and what was typed. */
  sent?: { place: number; text: Record<string, string> }
}>

const OWN = ['name', 'phone', 'organization', 'employer', 'jobTitle'] as const

/** Corrects somebody's own name, telephone or employer. */
const correctOwn = async (visitor: PublicServices, token: string, sent: Sent, view: MyView): Promise<MailboxTurn> => {
  const text = Object.fromEntries(OWN.map((name) => [name, valueOf(sent, name)]))
  const place = Number(valueOf(sent, 'place'))
  const again = { show: 'form', view, sent: { place, text } } as const
  const form = OwnForm.safeParse(text)
  if (!form.success) return { ...again, status: 422, errors: fieldErrors(form.error.issues) }
  const done = await visitor.people.correct(token, place, { ...form.data, shown: valueOf(sent, 'shown') })
  if (done.ok) return finished(`${paths.myWith(token)}?done=own`, { done: 'own' })
  return { ...again, status: 409, errors: {}, refusal: done.refusal }
}

/** Everything of a mailbox, where the name on one's own award is shown or hidden. */
export const mailboxPage = (
  visitor: PublicServices,
  token: string,
  request: Request,
  origin: string,
): Promise<MailboxTurn> =>
  formPage<MyView, MailboxTurn>(request, origin, {
    open: async () => {
      const opened = await visitor.people.read(token)
      return opened.ok ? opened.view : gone(opened.refusal)
    },
    view: (view) => ({ show: 'form', view, status: 200, errors: {} }),
    act: async (sent, view) => {
      if (valueOf(sent, 'action') === 'own') return correctOwn(visitor, token, sent, view)
      const [code, choice] = [valueOf(sent, 'award'), valueOf(sent, 'name')]
      const isKnown = choice === 'show' || choice === 'hide'
      const named = isKnown ? await visitor.awards.showName(token, code, choice === 'show') : undefined
      if (named?.ok && named.isDone) return finished(`${paths.myWith(token)}?done=name#award-${code}`, { done: 'name' })
      return { show: 'form', view, status: isKnown ? 409 : 422, errors: {}, refusal: 'not-named' }
    },
  })

/** Whoever wants a seat gets one. */
const OPEN: readonly SessionStanding[] = ['open', 'few-left']

type Entry = MyView['registrations'][number]

/** What is still ahead, the nearest first; and what is over or canceled, the latest first. */
export const sortRegistrations = (
  all: readonly Entry[],
  now: Temporal.Instant,
): { next: Entry[]; earlier: Entry[] } => {
  const isNext = ({ status, session }: Entry) =>
    status !== 'canceled' && Temporal.Instant.compare(session.endsAt, now) >= 0
  const byStart = (a: Entry, b: Entry) => Temporal.Instant.compare(a.session.startsAt, b.session.startsAt)
  return {
    next: all.filter(isNext).toSorted(byStart),
    earlier: all.filter((entry) => !isNext(entry)).toSorted((a, b) => byStart(b, a)),
  }
}

/** How a registration stands for whoever it is about: what was attended, once it is over, and not that there was a seat. */
export type Standing = { status: Status } | { minutes: number } | 'not-recorded'

export const standingOf = (
  { status, session, minutes }: Pick<Entry, 'status' | 'session' | 'minutes'>,
  now: Temporal.Instant,
): Standing => {
  if (minutes) return { minutes }
  const isOver = status === 'confirmed' && Temporal.Instant.compare(session.endsAt, now) < 0
  return isOver ? 'not-recorded' : { status }
}

/** Circles nobody of this record has been in yet, with the next session of each that still takes people; null: none is planned. */
export const circlesMissing = (
  circles: readonly CircleView[],
  visited: readonly { slug: string; courses: number }[],
  upcoming: readonly Dated[],
): { circle: CircleView; next: Dated | null }[] =>
  circles
    .filter(({ slug }) => !visited.some((one) => one.slug === slug && one.courses > 0))
    .map((circle) => ({
      circle,
      next:
        upcoming.find(
          ({ course, circles: worn, session }) =>
            course !== null && worn.some(({ slug }) => slug === circle.slug) && OPEN.includes(session.standing),
        ) ?? null,
    }))
