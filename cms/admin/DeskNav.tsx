import type { ServerProps } from 'payload'
import { paths } from '#collections/kernel/paths.ts'
import { isRegistrar } from './registrar.ts'

const LINKS = [
  { href: paths.desk, name: 'Today' },
  { href: paths.deskSessions, name: 'Rosters' },
  { href: paths.cases, name: 'Cases' },
  { href: paths.checks, name: 'Checks' },
  { href: paths.statements, name: 'Statements' },
]

/** The way from the panel to the registration desk, for those it is open to. */
export const DeskNav = ({ user }: ServerProps) =>
  isRegistrar(user) && (
    <div style={{ display: 'grid', marginBlockEnd: '1rem' }}>
      <div className="nav-group__label" style={{ color: 'var(--theme-elevation-400)' }}>
        At the desk
      </div>
      {LINKS.map(({ href, name }) => (
        <a className="nav__link" href={href} key={href}>
          <span className="nav__link-label">{name}</span>
        </a>
      ))}
    </div>
  )
