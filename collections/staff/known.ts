import type { Context } from '../context/context.ts'
import { every } from '../kernel/queries.ts'
import { idOf } from '../kernel/related.ts'
import type { Day } from '../values/day.ts'
import { parentOf } from './queries.ts'

// What lists name by its id, read once for all of their rows.

/** A session as lists name it: what it is a run of, and its days. */
export type SessionKnown = { title: string; days: Day[] }

export const sessionsKnown = async (context: Context): Promise<Map<string, SessionKnown>> =>
  new Map(
    await Promise.all(
      (await every(context, 'sessions', {})).map(
        async (session) =>
          [
            session.id,
            { title: (await parentOf(context, session)).title, days: session.days.map(({ date }) => date) },
          ] as const,
      ),
    ),
  )

/** The numbers of statements, by id. */
export const statementNumbers = async (context: Context): Promise<Map<string, string>> =>
  new Map((await every(context, 'invoices', {})).map(({ id, number }) => [id, number]))

/** A lookup that answers '' for what there is not. */
export const naming =
  (names: ReadonlyMap<string, string>) =>
  (related: string | { id: string } | null | undefined): string =>
    names.get(idOf(related) ?? '') ?? ''
