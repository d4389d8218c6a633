import type { MyView, OwnEntry } from '#collections/registrations/view.ts'
import { APPLICATION_STATUS_LABELS } from '#collections/applications/states.ts'
import { contentsOf } from '#collections/submissions/edition.ts'
import { SUBMISSION_STATUS_LABELS } from '#collections/submissions/states.ts'
import { idOf } from '#collections/related.ts'
import type { Application } from '../payload-types.ts'
import { applicationLink } from './applying/letters.ts'
import { collaborativeOf } from './applying/programs.ts'
import { awardsOf } from './awards/holder.ts'
import type { DeskContext } from './context.ts'
import { every } from './reading.ts'
import { workLink } from './submitting/letters.ts'

// What else a mailbox has with us, beside what it registered for.

const pathOf = ({ siteUrl }: DeskContext, link: string): string => link.slice(siteUrl.length)

/** Being scored and being in line look alike from outside until decisions are told. */
const statusOf = ({ status }: Application): string =>
  status === 'waiting' ? 'In selection' : APPLICATION_STATUS_LABELS[status]

const applicationsOf = async (context: DeskContext, person: string): Promise<OwnEntry[]> => {
  const applications = await every(context, 'applications', { person: { equals: person } }, { sort: '-createdAt' })
  return Promise.all(
    applications.map(async (application) => {
      const place = application.place ? idOf(application.place) : null
      const about = await collaborativeOf(context, place ?? idOf(application.collaborative))
      return {
        path: pathOf(context, await applicationLink(context, application)),
        title: about?.name ?? '',
        status: statusOf(application),
        at: Temporal.Instant.from(application.submittedAt ?? application.createdAt),
      }
    }),
  )
}

const worksOf = async (context: DeskContext, person: string): Promise<OwnEntry[]> => {
  const works = await every(context, 'submissions', { person: { equals: person } }, { sort: '-createdAt' })
  return Promise.all(
    works.map(async (work) => ({
      path: pathOf(context, await workLink(context, work)),
      title: contentsOf(work).edition.title,
      status: SUBMISSION_STATUS_LABELS[work.status],
      at: Temporal.Instant.from(work.submittedAt ?? work.startedAt),
    })),
  )
}

/** Applications, work for micro-credentials and awards of one person, the latest first. */
export const ownOf = async (
  context: DeskContext,
  person: string,
): Promise<Pick<MyView, 'applications' | 'works' | 'awards'>> => {
  const [applications, works, awards] = await Promise.all([
    applicationsOf(context, person),
    worksOf(context, person),
    awardsOf(context, person),
  ])
  return { applications, works, awards }
}
