import { APIError, type CollectionBeforeOperationHook, type CollectionConfig, type Config } from 'payload'

// What one request may ask of the REST API. Our own code reads through the Local API and is not concerned.

type Asker = 'visitor' | 'staff'
type Types = ReadonlyMap<string, string>
/** The arguments of the reading operations; Payload's own type is a union of all there are. */
type Asked = {
  currentDepth?: number
  limit?: unknown
  page?: unknown
  pagination?: boolean
  sort?: unknown
  where?: unknown
  joins?: unknown
}

/** Rows on a page, and conditions with the values they list. */
const MOST = { visitor: 100, staff: 500 } satisfies Record<Asker, number>
const USUAL = 10
const LAST_PAGE = 100_000
const DEEPEST = 10

/** What a visitor may compare: plain values of the document itself, without a way into other documents. */
const PLAIN = new Set(['checkbox', 'date', 'email', 'number', 'radio', 'relationship', 'select', 'text', 'textarea'])
const OPERATORS =
  /^(equals|not_equals|in|not_in|exists|like|not_like|contains|greater_than|greater_than_equal|less_than|less_than_equal)$/

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const mapValues = (object: Record<string, unknown>, change: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

/** A number within bounds; anything else becomes the fallback. */
const within = (value: unknown, least: number, most: number, fallback: number): number =>
  typeof value === 'number' && !Number.isNaN(value) ? Math.trunc(Math.min(Math.max(value, least), most)) : fallback

/** Rows on a page; 0 asks for all there are. */
const rowsOf = (limit: unknown, asker: Asker): number =>
  limit === 0 ? MOST[asker] : within(limit, 1, MOST[asker], USUAL)

/** How many values a query holds, those of lists written with commas too; without end when it is nested too deep. */
const sizeOf = (query: unknown, depth = 0): number => {
  if (typeof query === 'string') return query.split(',').length
  if (typeof query !== 'object' || query === null) return 1
  if (depth > DEEPEST) return Infinity
  return Object.values(query).reduce<number>((sum, part) => sum + sizeOf(part, depth + 1), 0)
}

const typesOf = ({ flattenedFields }: { flattenedFields: { name: string; type: string }[] }): Types =>
  new Map([
    ['id', 'text'],
    ...flattenedFields.filter(({ type }) => PLAIN.has(type)).map(({ name, type }) => [name, type] as const),
  ])

const isComparison = (type: string, operator: string, value: unknown): boolean => {
  if (!OPERATORS.test(operator)) return false
  const values = operator.endsWith('in') ? [value].flat() : [value]
  return values.every(
    (one) => isPlain(one) && (type !== 'date' || operator === 'exists' || !Number.isNaN(Date.parse(String(one)))),
  )
}

const isQuestion = (where: unknown, types: Types): boolean =>
  isObject(where) &&
  Object.entries(where).every(([key, part]) => {
    if (key === 'and' || key === 'or') return Array.isArray(part) && part.every((one) => isQuestion(one, types))
    const type = types.get(key)
    return (
      type !== undefined &&
      isObject(part) &&
      Object.entries(part).every(([operator, value]) => isComparison(type, operator, value))
    )
  })

const isOrder = (sort: unknown, types: Types): boolean =>
  [sort].flat().every((path) => typeof path === 'string' && types.has(path.replace(/^-/, '')))

const refuse = (): never => {
  throw new APIError('This query is too large, or asks for something that cannot be asked.', 400, undefined, true)
}

const boundJoin = (join: unknown, asker: Asker): unknown => {
  if (!isObject(join)) return join
  if (asker === 'visitor' && (join['where'] ?? join['sort']) !== undefined) refuse()
  return { ...join, limit: rowsOf(join['limit'], asker), page: within(join['page'], 1, LAST_PAGE, 1) }
}

/** Keeps every read of the REST API to a page of rows and a query that costs little to answer. */
const boundRead: CollectionBeforeOperationHook = ({ args, collection, operation, overrideAccess, req }) => {
  // Related documents that Payload loads by itself come with the depth they were found at.
  const { currentDepth, joins, limit, page, pagination, sort, where } = args as Asked
  const isAsked = req.payloadAPI === 'REST' && !overrideAccess && currentDepth === undefined
  if (!isAsked || !['read', 'count'].includes(operation)) return args
  const asker: Asker = req.user ? 'staff' : 'visitor'
  if (sizeOf([where, joins]) > MOST[asker]) refuse()
  const types = typesOf(collection)
  if (asker === 'visitor' && where !== undefined && !isQuestion(where, types)) refuse()
  if (asker === 'visitor' && sort !== undefined && !isOrder(sort, types)) refuse()
  return {
    ...args,
    joins: isObject(joins) ? mapValues(joins, (join) => boundJoin(join, asker)) : joins,
    limit: rowsOf(limit ?? (pagination === false ? 0 : undefined), asker),
    page: within(page, 1, LAST_PAGE, 1),
  }
}

/** What has no versions has none to read; Payload would ask for them all the same, and fail. */
const versionsRead = ({ access, versions }: CollectionConfig): CollectionConfig['access'] =>
  versions ? access : { ...access, readVersions: () => false }

export const boundReads = (configs: CollectionConfig[]): CollectionConfig[] =>
  configs.map((config) => ({
    ...config,
    access: versionsRead(config),
    hooks: { ...config.hooks, beforeOperation: [boundRead, ...(config.hooks?.beforeOperation ?? [])] },
  }))

type AfterError = NonNullable<NonNullable<Config['hooks']>['afterError']>[number]

/** JSON that does not parse is a mistake of whoever sent it, not of ours. */
export const answerBadJson: AfterError = ({ error }) =>
  error instanceof SyntaxError
    ? { status: 400, response: { errors: [{ message: 'This is not well-formed JSON.' }] } }
    : undefined
