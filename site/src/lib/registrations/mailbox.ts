import type { PublicServices } from '#collections/services/public.ts'
import { LinkForm } from '#collections/registrations/schema.ts'
import type { MyView } from '#collections/registrations/service/view.ts'
import { isUnreadable, readSent, valueOf, type Unreadable } from '../forms/body.ts'

export type LinkTurn =
  | { show: 'unreadable'; status: Unreadable['status'] }
  | { show: 'form'; status: 422; email: string; error: string }
  | { show: 'sent'; status: 303 }

/** Asks for the link to everything of a mailbox. What comes back does not depend on whether anybody there ever registered. */
export const askForLink = async (desk: PublicServices, request: Request, origin: string): Promise<LinkTurn> => {
  const sent = await readSent(request, origin)
  if (isUnreadable(sent)) return { show: 'unreadable', ...sent }
  const email = valueOf(sent, 'email')
  const form = LinkForm.safeParse({ email })
  if (!form.success) return { show: 'form', status: 422, email, error: form.error.issues[0]!.message }
  await desk.people.sendLink(form.data.email)
  return { show: 'sent', status: 303 }
}

export type NameTurn = { show: 'done'; code: string } | { show: 'failed'; status: 400 | 403 | 409 | 413 | 415 | 422 }

/** Shows or hides the name on one's own award, as the form on the page of a mailbox asks for. */
export const nameSent = async (
  desk: PublicServices,
  token: string,
  request: Request,
  origin: string,
): Promise<NameTurn> => {
  const sent = await readSent(request, origin)
  if (isUnreadable(sent)) return { show: 'failed', ...sent }
  const [code, choice] = [valueOf(sent, 'award'), valueOf(sent, 'name')]
  if (choice !== 'show' && choice !== 'hide') return { show: 'failed', status: 422 }
  const named = await desk.awards.showName(token, code, choice === 'show')
  return named.ok && named.isDone ? { show: 'done', code } : { show: 'failed', status: 409 }
}

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
