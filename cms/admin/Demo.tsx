import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import type { demoPlan } from '#collections/demo/service/demo.ts'
import { RemoveDemo } from './RemoveDemo.tsx'

type Asked = { demoPlan: typeof demoPlan }

/** What each collection is called, in small letters; the panel's own labels. */
const WHY = { edited: 'saved by', used: 'used by' }

/** For admins: everything the demo brought, what would go of it and what stays, before anything is done. */
export const Demo = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { req, permissions, visibleEntities, locale } = initPageResult
  const { payload, user, i18n } = req
  const isAdmin = user?.collection === 'users' && user.roles.includes('admin')
  const { demoPlan: ask } = payload.config.custom as unknown as Asked
  const plan = isAdmin ? await ask(payload) : undefined
  const labelOf = (slug: string): string => {
    const { plural } = payload.collections[slug as 'courses'].config.labels
    return typeof plural === 'string' ? plural : slug
  }
  return (
    <DefaultTemplate
      {...{ i18n, locale, params, payload, permissions, searchParams, visibleEntities }}
      user={user ?? undefined}
    >
      <Gutter>
        <h1>Take the demo away</h1>
        {!isAdmin && <p>Only an admin can do this.</p>}
        {isAdmin && !plan && (
          <p>There is no demo content here that could be told apart from yours. It was removed, or never written.</p>
        )}
        {plan && (
          <>
            <p>This goes, in one step, with everything that was tried with it. What you made yourself stays.</p>
            <ul>
              {plan.goes.map(({ collection, count, titles }) => (
                <li key={collection}>
                  <b>
                    {count} {labelOf(collection)}
                  </b>
                  {titles.length > 0 && `: ${titles.join(' · ')}`}
                </li>
              ))}
            </ul>
            {plan.stays.length > 0 && (
              <>
                <h2>This stays</h2>
                <ul>
                  {plan.stays.map(({ id, slug, title, why, by }) => (
                    <li key={id}>
                      <a href={`/admin/collections/${slug}/${id}`}>{title || id}</a>: {WHY[why]} {by}
                    </li>
                  ))}
                </ul>
              </>
            )}
            <RemoveDemo />
          </>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}
