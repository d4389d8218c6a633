import type { MyView, OwnEntry } from '../../registrations/service/view.ts'
import { APPLICATION_STATUS_LABELS } from '../../applications/states.ts'
import { contentsOf } from '../../submissions/edition.ts'
import { SUBMISSION_STATUS_LABELS } from '../../submissions/states.ts'
import { idOf } from '../../kernel/related.ts'
import type { Application } from '../../kernel/payload-types.ts'
import { collaborativeOf } from '../../applications/service/programs.ts'
import { awardsOf } from '../../awards/service/holder.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { linkFor } from '../../context/links.ts'

// What else a mailbox has with us, beside what it registered for.

const pathOf = ({ siteUrl }: Context, link: string): string => link.slice(siteUrl.length)

/** Being scored and being in line look alike from outside until decisions are told. */
const statusOf = ({ status }: Application): string =>
  status === 'waiting' ? 'In selection' : APPLICATION_STATUS_LABELS[status]

const applicationsOf = async (context: Context, person: string): Promise<OwnEntry[]> => {
  const applications = await every(context, 'applications', { person: { equals: person } }, { sort: '-createdAt' })
  return Promise.all(
    applications.map(async (application) => {
      const place = application.place ? idOf(application.place) : null
      const about = await collaborativeOf(context, place ?? idOf(application.collaborative))
      return {
        path: pathOf(context, await linkFor(context, 'application', application)),
        title: about?.name ?? '',
        status: statusOf(application),
        at: Temporal.Instant.from(application.submittedAt ?? application.createdAt),
      }
    }),
  )
}

const worksOf = async (context: Context, person: string): Promise<OwnEntry[]> => {
  const works = await every(context, 'submissions', { person: { equals: person } }, { sort: '-createdAt' })
  return Promise.all(
    works.map(async (work) => ({
      path: pathOf(context, await linkFor(context, 'submission', work)),
      title: contentsOf(work).edition.title,
      status: SUBMISSION_STATUS_LABELS[work.status],
      at: Temporal.Instant.from(work.submittedAt ?? work.startedAt),
    })),
  )
}

/** Applications, work for micro-credentials and awards of one person, the latest first. */
export const ownOf = async (
  context: Context,
  person: string,
): Promise<Pick<MyView, 'applications' | 'works' | 'awards'>> => {
  const [applications, works, awards] = await Promise.all([
    applicationsOf(context, person),
    worksOf(context, person),
    awardsOf(context, person),
  ])
  return { applications, works, awards }
}
