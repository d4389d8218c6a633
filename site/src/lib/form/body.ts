import { comesFromElsewhere } from '#collections/kernel/origin.ts'

/** What a form or a program sent: every value under its name, in order. Files stand apart. */
export type Sent = { values: ReadonlyMap<string, readonly string[]>; files: ReadonlyMap<string, File> }

/** Why a body is not read: foreign, cut short, too large, of a kind we do not take. */
export type Unreadable = { status: 400 | 403 | 413 | 415 }

/** Bytes: a letter of 10 MB with the form around it, and a form without one. */
const LARGEST = 12_000_000
const LARGEST_TEXT = 1_000_000
/** More values than any form here has; the rest is not looked at. */
const MOST_VALUES = 500

const kindOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase()

const isMultipart = (request: Request): boolean => kindOf(request) === 'multipart/form-data'

/** Whether another website sent this. */
export const isForeign = ({ headers }: Request, ours: string): boolean =>
  comesFromElsewhere({ origin: headers.get('origin'), relation: headers.get('sec-fetch-site') }, ours, {
    isSignedIn: false,
  })

type Collected = { values: Map<string, string[]>; files: Map<string, File> }

const collect = (entries: Iterable<readonly [string, unknown]>): Collected => {
  const collected: Collected = { values: new Map(), files: new Map() }
  let count = 0
  for (const [name, value] of entries) {
    count += 1
    if (count > MOST_VALUES) break
    if (value instanceof File) {
      // A file field nobody touched arrives as a nameless, empty file.
      if (value.size > 0 && !collected.files.has(name)) collected.files.set(name, value)
    } else if (typeof value === 'string')
      collected.values.set(name, [...(collected.values.get(name) ?? []), value.toWellFormed()])
  }
  return collected
}

/** A JSON value as a form would send it; what a form cannot send is left out. */
const asText = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  if (typeof value === 'boolean') return [value ? 'true' : '']
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

const readJson = (text: string): Sent | undefined => {
  const body: unknown = JSON.parse(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  return collect(Object.entries(body).flatMap(([name, value]) => asText(value).map((one) => [name, one] as const)))
}

const isTooLarge = (request: Request): boolean =>
  Number(request.headers.get('content-length') ?? 0) > (isMultipart(request) ? LARGEST : LARGEST_TEXT)

const readBody = async (request: Request): Promise<Sent | undefined> => {
  const kind = kindOf(request)
  if (kind === 'application/json') return readJson(await request.text())
  if (kind === 'application/x-www-form-urlencoded') return collect(new URLSearchParams(await request.text()))
  return collect(await request.formData())
}

const KINDS = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data']

/** Reads what was posted, as a form with or without a file, or as JSON. `origin` is our own. Never throws. */
export const readSent = async (request: Request, origin: string): Promise<Sent | Unreadable> => {
  if (isForeign(request, origin)) return { status: 403 }
  if (!KINDS.includes(kindOf(request))) return { status: 415 }
  if (isTooLarge(request)) return { status: 413 }
  try {
    return (await readBody(request)) ?? { status: 400 }
  } catch {
    return { status: 400 }
  }
}

export const isUnreadable = (sent: Sent | Unreadable): sent is Unreadable => 'status' in sent

/** The first value under a name; '' where there is none. Whoever sends a field twice means the first. */
export const valueOf = ({ values }: Sent, name: string): string => values.get(name)?.[0] ?? ''
