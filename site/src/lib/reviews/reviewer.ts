import type { ReviewerDesk } from '#collections/reviews/service/reviewer.ts'
import type { Named } from '#collections/reviews/service/views.ts'
import type { Due } from '#collections/reviews/due.ts'
import { formatDay } from '#collections/values/day.ts'
import type { Locale } from '#collections/values/locale.ts'
import { noAttachment, SANDBOX } from '../files/attachment.ts'
import { messagesFor, type Messages } from '../../messages/index.ts'

/** What a reviewer reads, for a page, with its words. The guard stands before every page; a page asked for around it throws. */
export const reviewerOf = ({ locals }: { locals: App.Locals }): { desk: ReviewerDesk; t: Messages; locale: Locale } => {
  if (!locals.reviewer) throw new Error('Reviews were opened without their guard.')
  return { desk: locals.reviewer, t: messagesFor(locals.locale), locale: locals.locale }
}

type Words = Messages['staff']['reviews']

/** "Purposeful Collaboration, work 7F3A" */
export const nameOf = ({ kind, title, label }: Named, t: Words): string => t.nameOf(kind, title, label)

/** "due Thursday, October 8, 2026; two business days left"; '' for what has no date. */
export const dueText = (due: Due | null, t: Words, locale: string): string => {
  if (!due) return ''
  const day = formatDay(due.day, locale)
  return due.isOverdue ? t.overdue(day, due.late) : t.due(day, due.left)
}

/** As a sentence begins. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** An id that can stand in an address: slots are called '2-1/1'. */
export const anchorOf = (id: string): string => `s-${id.replace(/[^\w]/g, '-')}`

/** Sends on to a link that was handed in, without saying where from; only to web addresses, spelled as a header can say them. */
export const linkAnswer = (link: string | undefined): Response => {
  const address = URL.parse(link ?? '')
  if (!address || !/^https?:$/.test(address.protocol)) return noAttachment()
  return new Response(null, {
    status: 303,
    headers: { ...SANDBOX, Location: address.href, 'Referrer-Policy': 'no-referrer' },
  })
}
