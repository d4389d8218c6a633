import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { SeasonForm } from './SeasonForm.tsx'

/** For communications staff and admins: the next season of a program in one step, after a look at what it consists of. */
export const Season = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { payload, user, i18n } = req
  const mayEdit =
    user?.collection === 'users' && user.roles.some((role) => role === 'admin' || role === 'communications')
  const id = String(searchParams?.['of'] ?? '')
  const { docs } = await payload.find({
    collection: 'collaboratives',
    where: { id: { equals: id } },
    depth: 0,
    draft: true,
    limit: 1,
    overrideAccess: false,
    user,
  })
  const [one] = docs
  return (
    <DefaultTemplate
      {...{ i18n, locale, params, payload, permissions, searchParams, visibleEntities }}
      user={user ?? undefined}
    >
      <Gutter>
        <h1>New season</h1>
        {!mayEdit && <p>Only communications staff and admins can do this.</p>}
        {mayEdit && !one && <p>There is no such collaborative.</p>}
        {mayEdit && one && (
          <>
            <p>
              Drafts of the next season of <b>{one.name}</b>, with its questions, criteria, price and meetings. Nothing
              of it is on the site before you publish it, and the old season keeps its page, its applications and its
              places.
            </p>
            <SeasonForm of={one.id} />
          </>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}
