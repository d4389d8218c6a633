import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { RequestHandler, Response } from 'express'
import type { CatalogSource } from '#collections/catalog/source.ts'
import { sameUntil } from '#collections/catalog/moments.ts'
import type { Snapshot, Seats } from '#collections/catalog/snapshot.ts'
import { keepPage, type KeptPage } from './kept.ts'
import { isRead, type RequestWatch } from './requests.ts'

/** What is kept at the most; bytes, and pages. */
const MOST_BYTES = 128_000_000
const MOST_PAGES = 20_000

/** What a page was made from. It is right as long as nothing of this has changed. */
type Basis = { snapshot: Snapshot; seats: number; until: number }

const isSameBasis = (one: Basis, other: Basis): boolean => one.snapshot === other.snapshot && one.seats === other.seats

type Kept = { basis: Basis; page: KeptPage }

type Given = {
  /** Compares what is in memory with what other processes have written; undefined where nothing is new. */
  compare: () => Promise<void> | undefined
  source: Pick<CatalogSource, 'current'>
  seats: Pick<Seats, 'version'>
  clock: () => Temporal.Instant
  /** The same clock in milliseconds since 1970, which is asked before each answer. */
  milliseconds?: () => number
  zone: string
  /** Host names this site answers for. */
  hosts: ReadonlySet<string>
}

/** Only plain addresses: a query may be anything, and a cookie may ask for another language. */
const isPlain = (req: IncomingMessage): boolean =>
  isRead(req) && !req.url?.includes('?') && !req.headers.cookie?.includes('language=')

/** Of public pages, what everybody gets alike: whole, not personal, not in one visitor's language. */
const isForEverybody = (res: Response): boolean =>
  res.statusCode === 200 && !res.locals.isPrivate && !res.locals.isPersonal && !res.hasHeader('Set-Cookie')

/**
 * Public pages as bytes in memory, in front of everything else. A page is kept as it was rendered, and served as long as nothing
 * it was made from has changed: the catalog, the seats, and whatever time alone changes; what other processes have written is looked
 * for each time. What was written during a rendering leaves nothing behind, because the basis is taken before it and compared after.
 */
export const pageCache = ({
  compare,
  source,
  seats,
  clock,
  milliseconds = () => clock().epochMilliseconds,
  zone,
  hosts,
}: Given) => {
  const pages = new Map<string, Kept>()
  const rendering = new Map<string, { basis: Basis; done: Promise<void> }>()
  let bytes = 0
  let [hits, misses] = [0, 0]

  /** What a page would be made from now; undefined while something that was written is not read yet. */
  const basisNow = (now: Temporal.Instant): Basis | undefined => {
    const snapshot = source.current()
    return snapshot && { snapshot, seats: seats.version(), until: sameUntil(snapshot, now, zone) }
  }

  const drop = (url: string): void => {
    bytes -= pages.get(url)?.page.size ?? 0
    pages.delete(url)
  }

  const keep = (url: string, kept: Kept): void => {
    drop(url)
    pages.set(url, kept)
    bytes += kept.page.size
    for (const oldest of pages.keys()) {
      if (bytes <= MOST_BYTES && pages.size <= MOST_PAGES) break
      drop(oldest)
    }
  }

  /** The page as it is now, where it is kept. */
  const find = (url: string): KeptPage | undefined => {
    const kept = pages.get(url)
    if (!kept) return undefined
    const { snapshot, seats: version, until } = kept.basis
    if (source.current() === snapshot && seats.version() === version && milliseconds() < until) return kept.page
    drop(url)
    return undefined
  }

  const isAsked = (req: IncomingMessage): boolean =>
    isPlain(req) && hosts.has((req.headers.host ?? '').toLowerCase()) && pages.has(req.url!)

  const answer = (req: IncomingMessage, res: ServerResponse, watch: RequestWatch): boolean => {
    const begun = performance.now()
    const page = find(req.url!)
    if (!page) return false
    hits += 1
    const id = watch.nameOf(req)
    page.answer(req, res, ['X-Request-Id', id])
    watch.answered(id, req, begun, res)
    return true
  }

  /** Listens to what a page is answered with, and keeps it. */
  const record = (url: string, res: Response, basis: Basis): Promise<void> =>
    new Promise((done) => {
      const chunks: Buffer[] = []
      const take = (chunk: unknown, encoding?: unknown): void => {
        if (typeof chunk === 'string')
          chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
        else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
      }
      const [write, end] = [res.write.bind(res), res.end.bind(res)] as [
        (...args: never[]) => boolean,
        (...args: never[]) => Response,
      ]
      res.write = ((...args: never[]) => {
        take(args[0], args[1])
        return write(...args)
      }) as typeof res.write
      res.end = ((...args: never[]) => {
        take(args[0], args[1])
        const now = basisNow(clock())
        if (isForEverybody(res) && now && isSameBasis(now, basis) && now.until === basis.until)
          keep(url, { basis, page: keepPage(Buffer.concat(chunks), res.getHeaders()) })
        done()
        return end(...args)
      }) as typeof res.end
      res.once('close', done)
    })

  /** Stands before the site: who asks for a page that is just being rendered gets that one. */
  const handler: RequestHandler = async (req, res, next) => {
    const url = req.originalUrl
    if (req.method !== 'GET' || !isPlain(req)) return next()
    await compare()
    const basis = basisNow(clock())
    if (!basis) return next()
    misses += 1
    const underWay = rendering.get(url)
    if (underWay && isSameBasis(underWay.basis, basis)) {
      await underWay.done
      const page = find(url)
      if (page) return page.answer(req, res, [])
      return next()
    }
    const done = record(url, res, basis)
    const mine = { basis, done }
    rendering.set(url, mine)
    void done.then(() => rendering.get(url) === mine && rendering.delete(url))
    next()
  }

  return {
    handler,
    /** How often a page was there and how often it was not, what is kept, and how many bytes that is. */
    counts: () => ({ hits, misses, pages: pages.size, bytes }),
    /** Answers from memory where it can, before anything else; the rest is for the application. */
    inFrontOf:
      (app: RequestListener, watch: RequestWatch): RequestListener =>
      (req, res) => {
        if (!isAsked(req)) return app(req, res)
        const serve = (): void => {
          if (!answer(req, res, watch)) app(req, res)
        }
        const comparing = compare()
        if (!comparing) return serve()
        comparing.then(serve, () => app(req, res))
      },
  }
}
