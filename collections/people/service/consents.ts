import type { Where } from 'payload'
import type { Context } from '../../context/context.ts'
import { tableOf, type Column, type Filter, type Table } from '../../exports/table.ts'
import type { Person, Registration } from '../../kernel/payload-types.ts'
import { passing, pluck } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { agreementOf } from '../../registrations/policy.ts'
import { momentCell, yes } from '../../values/cells.ts'
import { CONSENT_TEXTS, type ConsentName } from '../../values/consents.ts'

const FIELDS = ['name', 'email', 'mediaRelease', 'mailingList', 'createdAt'] as const
type Found = Pick<Person, (typeof FIELDS)[number]> & { id: string }
type Row = Found & { consent: ConsentName; at: string | null; terms: string }

const CONSENTS: readonly ConsentName[] = ['mailingList', 'mediaRelease']

/** The terms that somebody last saw beside the boxes, by their hash. */
const termsSeen = async (context: Context, people: readonly string[]): Promise<Map<string, string>> => {
  const rows: (Pick<Registration, 'person' | 'agreed'> & { id: string })[] = await pluck(
    context,
    'registrations',
    { person: { in: [...people] } },
    ['person', 'agreed', 'createdAt'],
    { sort: 'createdAt' },
  )
  return new Map(rows.map((row) => [idOf(row.person), agreementOf(row).terms.hash]))
}

async function* eachConsent(context: Context, pages: AsyncIterable<Found[]>): AsyncGenerator<Row[]> {
  for await (const page of pages) {
    const terms = await termsSeen(
      context,
      page.map(({ id }) => id),
    )
    yield page.flatMap((person) =>
      CONSENTS.map((consent) => ({
        ...person,
        consent,
        at: person[consent].changedAt ?? null,
        terms: terms.get(person.id) ?? '',
      })),
    )
  }
}

/** Everybody's consents, each with its text and the moment it was last given or taken back; `list=mailing`: the mailing list. */
export const consentsTable = async (context: Context, filter: Filter): Promise<Table> => {
  const isMailing = filter['list'] === 'mailing'
  const columns: Column<Row>[] = [
    { name: 'Name', of: ({ name }) => name },
    { name: 'E-mail', of: ({ email }) => email },
    { name: 'Consent', of: ({ consent }) => CONSENT_TEXTS[consent].label },
    { name: 'Given', of: (row) => yes(row[row.consent].given) },
    { name: 'Since', of: ({ at }) => momentCell(at, context.zone) },
    // Those from before the sentence was kept with each were asked by the one that stands here now.
    { name: 'Text that was asked', of: (row) => row[row.consent].text || CONSENT_TEXTS[row.consent].text },
    { name: 'Terms beside it (SHA-256)', of: ({ terms }) => terms },
  ]
  const given: Where = isMailing ? { 'mailingList.given': { equals: true } } : {}
  const people = passing(context, 'people', { and: [{ erasedAt: { exists: false } }, given] }, FIELDS, { by: 'name' })
  const rows = eachConsent(context, people)
  return tableOf(
    { name: isMailing ? 'mailing-list' : 'consents', title: isMailing ? 'Mailing list' : 'Consents' },
    columns,
    isMailing ? mailingOnly(rows) : rows,
  )
}

async function* mailingOnly(pages: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  for await (const page of pages) yield page.filter(({ consent }) => consent === 'mailingList')
}
