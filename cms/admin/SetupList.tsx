import type { CollectionSlug, ServerProps } from 'payload'
import { AGENCY } from '#collections/agency/view.ts'
import { rolesOf } from './registrar.ts'
import { setupSteps, type SetUp } from './setup.ts'
import { TestLetter } from './TestLetter.tsx'

type Payload = ServerProps['payload']

const hasAny = async (payload: Payload, collection: CollectionSlug, where: object): Promise<boolean> =>
  (await payload.count({ collection, where: where as never, overrideAccess: true })).totalDocs > 0

/** Saved by somebody, and so not only what the demo wrote. */
const isOwn = { and: [{ savedBy: { exists: true } }, { savedBy: { not_equals: '' } }] }

const setUpOf = async (payload: Payload): Promise<SetUp> => {
  const agency = await payload.findGlobal({ slug: 'agency', depth: 0, overrideAccess: true })
  const [hasTouchedHolidays, hasOwnPolicy, hasOwnCircle, hasOwnCourse, staff, tested, demo] = await Promise.all([
    hasAny(payload, 'events', { kind: { in: ['holiday.created', 'holiday.changed', 'holiday.deleted'] } }),
    hasAny(payload, 'policies', isOwn),
    hasAny(payload, 'circles', isOwn),
    hasAny(payload, 'courses', isOwn),
    payload.count({ collection: 'users', overrideAccess: true }),
    payload.kv.has('setup:mail'),
    payload.kv.get<{ removedAt?: string }>('demo:made'),
  ])
  return {
    isUnnamed: !agency.name || agency.name === AGENCY.name,
    hasLooks: Boolean(agency.logo || agency.brand || agency.shortName),
    hasTouchedHolidays,
    sendsMail: Boolean(payload.config.custom?.['sendsMail']),
    hasTestedMail: tested,
    hasOwnPolicy,
    staff: staff.totalDocs,
    hasOwnCircle,
    hasOwnCourse,
    hasDemo: Boolean(demo && !demo.removedAt),
  }
}

/** For admins, until all of it is done: the first hour, as a list that ticks itself off. */
export const SetupList = async ({ payload, user }: ServerProps) => {
  if (!rolesOf(user).includes('admin')) return null
  const steps = setupSteps(await setUpOf(payload))
  const left = steps.filter(({ isDone }) => !isDone).length
  if (left === 0) return null
  return (
    <section aria-labelledby="first-hour" className="first-hour">
      <h2 id="first-hour">
        Make it yours: {steps.length - left} of {steps.length} done
      </h2>
      <ol>
        {steps.map(({ key, title, detail, href, isDone }) => (
          <li key={key}>
            <span aria-hidden="true">{isDone ? '✓' : '○'}</span>
            <div>
              {isDone ? (
                <s aria-label={`Done: ${title}`}>{title}</s>
              ) : (
                <>
                  {key === 'mail' ? <b>{title}</b> : <a href={href}>{title}</a>}
                  <div>{detail}</div>
                  {key === 'mail' && <TestLetter />}
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
