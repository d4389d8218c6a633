import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { Role } from '#collections/access/index.ts'
import { aStaffMember, PASSWORD } from './builders.ts'
import { ask, bearer, send, signIn, type Answer } from './http.ts'
import { ADMIN, startTimedServer, type TimedServer } from './server.ts'

type Row = Record<string, string | number | null>
type Fields = Record<string, string | readonly string[]>

/** What a person types; the rest is filled in. */
export type Typed = { name: string; participation: string } & Record<string, string>

const encode = (fields: Fields): string => {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  return form.toString()
}

/** "Ana" → "ana@example.org" */
const mailboxOf = (name: string): string => `${name.toLowerCase()}@example.org`

/** A server whose clock the test moves, and everything people and registrars do with it over HTTP. */
export const openYear = async (begins: string, settings: Record<string, string>) => {
  const server: TimedServer = await startTimedServer(begins, { SEED: 'none', ...settings })
  const { base } = server
  const token = await signIn(base, ADMIN.email, ADMIN.password)
  const database = new DatabaseSync(join(server.dataDir, 'onramp.db'), { readOnly: true })
  const rows = (sql: string, ...values: string[]): Row[] => database.prepare(sql).all(...values) as Row[]
  const row = (sql: string, ...values: string[]): Row => {
    const [found] = rows(sql, ...values)
    if (!found) throw new Error(`Nothing is found by ${sql} ${values.join(', ')}`)
    return found
  }

  const post = (path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answer> =>
    ask(base, path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: base, ...headers },
      body: encode(fields),
    })

  const create = async (collection: string, data: object): Promise<string> => {
    const { status, text } = await send(base, 'POST', `/api/${collection}`, data, bearer(token))
    if (status !== 201) throw new Error(`${collection}: ${status} ${text}`)
    return (JSON.parse(text) as { doc: { id: string } }).doc.id
  }

  /** A member of staff with this role; returns the token of their session. */
  const hire = async (role: Role, more: Parameters<typeof aStaffMember>[1] = {}): Promise<string> => {
    const member = aStaffMember(role, more)
    await create('users', member)
    return signIn(base, member.email, PASSWORD)
  }

  const change = async (collection: string, id: string, data: object): Promise<void> => {
    const { status, text } = await send(base, 'PATCH', `/api/${collection}/${id}`, data, bearer(token))
    if (status !== 200) throw new Error(`${collection}: ${status} ${text}`)
  }

  /** The registration of somebody for a session. */
  const registration = (session: string, name: string): Row =>
    row('SELECT * FROM registrations WHERE session_id = ? AND email = ?', session, mailboxOf(name))

  /** Registers through the form, as a program that sends it all at once; the answer in JSON. */
  const register = async (slug: string, session: string, typed: Typed) => {
    const path = `/courses/${slug}/register?session=${session}`
    const fields = { session, email: mailboxOf(typed.name), organization: 'other', employer: 'A school', ...typed }
    const asJson = { Accept: 'application/json' }
    const reviewed = await post(path, { ...fields, step: 'review' }, asJson)
    if (reviewed.status !== 200) return { status: reviewed.status, ...reviewed.json() } as Record<string, unknown>
    const { terms, quote } = reviewed.json() as { terms: { hash: string }; quote: object }
    const sent = await post(path, { ...fields, terms: 'on', termsHash: terms.hash, attempt: randomUUID() }, asJson)
    return { status: sent.status, quote, ...sent.json() } as Record<string, unknown>
  }

  /** The text of the newest message of a kind to somebody. */
  const told = (name: string, kind: string): string =>
    String(
      row(
        'SELECT text FROM messages WHERE "to" = ? AND kind = ? ORDER BY created_at DESC LIMIT 1',
        mailboxOf(name),
        kind,
      )['text'],
    )
  const toldCount = (name: string, kind: string): number =>
    rows('SELECT id FROM messages WHERE "to" = ? AND kind = ?', mailboxOf(name), kind).length

  /** The address behind the signed link in a message. */
  const linkIn = (text: string): string => {
    const found = /https?:\/\/[^/\s]+(\/(?:manage|colleague|statements|my|applications|submissions|verify)\/\S+)/.exec(
      text,
    )
    if (!found) throw new Error(`There is no link in: ${text}`)
    return found[1]!
  }

  /** Opens somebody's registration by the link in a message, and does something on the page. */
  const manage = async (link: string, fields: Fields): Promise<Answer> => post(link, fields)
  const look = (path: string): Promise<Answer> => ask(base, path)

  const cookie = { Cookie: `payload-token=${token}` }
  const desk = (path: string, fields: Fields): Promise<Answer> => post(path, fields, cookie)
  const lookAtDesk = (path: string): Promise<Answer> => ask(base, path, { headers: cookie })

  return {
    ...server,
    token,
    rows,
    row,
    create,
    hire,
    change,
    registration,
    register,
    told,
    toldCount,
    linkIn,
    manage,
    look,
    desk,
    lookAtDesk,
    stop: () => {
      database.close()
      return server.stop()
    },
  }
}

export type Year = Awaited<ReturnType<typeof openYear>>
