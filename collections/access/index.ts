import type { Access, AccessArgs, AccessResult, FieldAccess, Where } from 'payload'

/** Staff roles, and what each is for. */
export const ROLES = ['admin', 'communications', 'registrar', 'reviewer'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS = {
  admin: 'Admin: staff, roles, organizations, holidays, settings',
  communications: 'Communications: courses, pages and everything the public reads',
  registrar: 'Registrar: sessions, rosters and money',
  reviewer: 'Reviewer: applications and credentials',
} satisfies Record<Role, string>

/** What the key of another program opens. */
const SCOPES = ['billing'] as const
type Scope = (typeof SCOPES)[number]

export const SCOPE_LABELS = { billing: 'Billing: read charges, invoices and deposits' } satisfies Record<Scope, string>

type Rule = (args: AccessArgs) => AccessResult
type Signed = Pick<AccessArgs, 'req'>

/** Whether somebody who is signed in has one of the roles; an admin has them all, a program with a key none. */
export const holds = (user: AccessArgs['req']['user'], ...roles: readonly Role[]): boolean => {
  const held = user?.collection === 'users' ? user.roles : []
  return held.includes('admin') || roles.some((role) => held.includes(role))
}

const hasRole = ({ req }: Signed, roles: readonly Role[]): boolean => holds(req.user, ...roles)

const isWhere = (answer: AccessResult): answer is Where => typeof answer === 'object'

export const anyone: Rule = () => true

/** Nobody from outside, staff included: only our own actions write here. */
export const nobody: Rule = () => false

/** Anyone who works here, whatever the role. */
export const anyStaff: Rule = (args) => hasRole(args, ROLES)

/** The named roles; an admin always counts. */
export const staff =
  (...roles: Role[]): Rule =>
  (args) =>
    hasRole(args, roles)

/** A program of the agency's, such as its accounting, that holds a key with this scope. */
export const integration =
  (scope: Scope): Rule =>
  ({ req }) =>
    req.user?.collection === 'integrations' && req.user.scopes.includes(scope)

/** The published version of something that has drafts but no trash. */
export const publishedOnly: Rule = () => ({ _status: { equals: 'published' } })

/** Rows the public may see: the published version, unless it lies in the trash. */
export const published: Rule = () => {
  const rows: Where[] = [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }]
  return { and: rows }
}

/** The signed-in person's own row. */
export const oneself: Rule = ({ req }) => (req.user?.collection === 'users' ? { id: { equals: req.user.id } } : false)

/** The widest of several answers: true, else any row one of them allows. */
export const anyOf =
  (...rules: Rule[]): Rule =>
  (args) => {
    const answers = rules.map((rule) => rule(args))
    if (answers.includes(true)) return true
    const rows = answers.filter(isWhere)
    return rows.length > 0 && { or: rows }
  }

/** The same words for one field. */
export const field =
  (rule: Rule): FieldAccess =>
  (args) =>
    rule(args as AccessArgs) === true

/** What communications staff write and everybody reads once it is published. */
export const contentAccess = {
  create: staff('communications'),
  read: anyOf(anyStaff, published),
  update: staff('communications'),
  delete: staff('communications'),
  readVersions: anyStaff,
} satisfies Record<string, Access>
