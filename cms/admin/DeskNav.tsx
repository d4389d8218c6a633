import type { ServerProps } from 'payload'
import type { Role } from '#collections/access/index.ts'
import { paths } from '#collections/kernel/paths.ts'
import { rolesOf } from './registrar.ts'

type Entry = { href: string; name: string; for: readonly Role[] }

const DESK = ['admin', 'registrar'] as const
const SCORING = ['admin', 'registrar', 'reviewer'] as const

const ENTRIES: readonly Entry[] = [
  { href: paths.desk, name: 'Today', for: DESK },
  { href: paths.deskSessions, name: 'Rosters', for: DESK },
  { href: paths.selections, name: 'Applications', for: DESK },
  { href: paths.works, name: 'Submissions', for: DESK },
  { href: paths.reviews, name: 'Reviews', for: SCORING },
  { href: paths.awards, name: 'Awards', for: DESK },
  { href: paths.cases, name: 'Cases', for: DESK },
  { href: paths.checks, name: 'Checks', for: DESK },
  { href: paths.statements, name: 'Statements', for: DESK },
  { href: paths.outbox, name: 'Messages', for: DESK },
]

/** The way from the panel to where the work of each role waits. */
export const DeskNav = ({ user }: ServerProps) => {
  const roles = rolesOf(user)
  const entries = ENTRIES.filter((entry) => entry.for.some((role) => roles.includes(role)))
  return (
    entries.length > 0 && (
      <div style={{ display: 'grid', marginBlockEnd: '1rem' }}>
        <div className="nav-group__label" style={{ color: 'var(--theme-elevation-400)' }}>
          At the desk
        </div>
        {entries.map(({ href, name }) => (
          <a className="nav__link" href={href} key={href}>
            <span className="nav__link-label">{name}</span>
          </a>
        ))}
      </div>
    )
  )
}
