import type { CollectionSlug, DefaultServerCellComponentProps, Payload, ServerProps } from 'payload'
import type { ReactNode } from 'react'
import { formatDay, formatInstant, isDay } from '#collections/values/day.ts'
import { formatAmount } from '#collections/values/money.ts'

/** What a field says of itself; those of Payload say much more. */
type Told = {
  name?: string
  type?: string
  label?: unknown
  relationTo?: unknown
  options?: (string | { value: string; label: unknown })[]
  admin?: { description?: unknown }
}
export type ReadingProps = ServerProps & {
  field: Told
  path: string
  data?: Record<string, unknown>
  siblingData?: Record<string, unknown>
}

/** The zone the agency's moments are printed in. */
export const zoneOf = ({ config }: Payload): string => String(config.custom?.['timeZone'])

export const valueOf = ({ field, data, siblingData }: ReadingProps): unknown =>
  siblingData?.[field.name ?? ''] ?? data?.[field.name ?? '']

/** A label, and below it what there is to read. */
export const Told = ({ field, children }: { field: Told; children: ReactNode }) => (
  <div className="field-type told">
    <div className="field-label">{typeof field.label === 'string' ? field.label : field.name}</div>
    <div className="told__value">{children}</div>
    {typeof field.admin?.description === 'string' && <div className="field-description">{field.admin.description}</div>}
  </div>
)

type Plain = string | number | boolean | null | undefined

/** Money, days and moments as one says them; everything else as it stands. */
const inWords = ({ name = '', type, options }: Told, value: Plain, zone: string): string => {
  if (value === null || value === undefined || value === '') return ''
  if (type === 'checkbox') return value ? 'Yes' : 'No'
  if (type === 'number' && /cents$/i.test(name)) return formatAmount(Number(value))
  if (type === 'date') return formatInstant(Temporal.Instant.from(String(value)), zone, 'en', 'short')
  if (type === 'select') {
    const chosen = options?.find((one) => typeof one !== 'string' && one.value === value)
    return typeof chosen === 'object' ? String(chosen.label) : String(value)
  }
  if (isDay(value)) return formatDay(value, 'en', 'short')
  return String(value)
}

const titled = async ({ payload, user }: ServerProps, collection: CollectionSlug, id: string) => {
  const found = (await payload
    .findByID({ collection, id, depth: 0, disableErrors: true, overrideAccess: false, user })
    .catch(() => null)) as Record<string, Plain> | null
  const title = payload.collections[collection].config.admin.useAsTitle ?? 'id'
  return found && String(found[title] ?? id)
}

const Related = async ({ props, collection, value }: { props: ServerProps; collection: string; value: unknown }) => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)
  const title = await titled(props, collection as CollectionSlug, id)
  return title === null ? id : <a href={`/admin/collections/${collection}/${id}`}>{title}</a>
}

/** A field nobody edits, as text. */
export const Reading = (props: ReadingProps) => {
  const { field, payload } = props
  const value = valueOf(props)
  return (
    <Told field={field}>
      {field.type === 'relationship' && typeof field.relationTo === 'string' ? (
        <Related collection={field.relationTo} props={props} value={value} />
      ) : (
        <span style={{ whiteSpace: 'pre-wrap' }}>{inWords(field, value as Plain, zoneOf(payload))}</span>
      )}
    </Told>
  )
}

type CellProps = DefaultServerCellComponentProps & { collectionSlug: string; link?: boolean }

/** The same in a list. */
export const ReadingCell = ({ cellData, field, payload, rowData, collectionSlug, link }: CellProps) => {
  const words = inWords(field as Told, cellData as Plain, zoneOf(payload))
  return link ? <a href={`/admin/collections/${collectionSlug}/${String(rowData['id'])}`}>{words || '—'}</a> : words
}
