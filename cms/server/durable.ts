import type { RequestHandler } from 'express'
import type { Durable } from '../durable.ts'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Holds back the answer to whatever may have written something until what was written is on the disk. */
export const answerWhenDurable =
  (durable: Durable): RequestHandler =>
  (req, res, next) => {
    if (READING.has(req.method)) return next()
    const [write, end] = [res.write.bind(res), res.end.bind(res)]
    const held: (() => void)[] = []
    res.write = ((...args: Parameters<typeof write>) => {
      held.push(() => void write(...args))
      return true
    }) as typeof res.write
    res.end = ((...args: Parameters<typeof end>) => {
      const release = () => {
        Object.assign(res, { write, end })
        for (const one of held) one()
        end(...args)
      }
      durable().then(release, (error: unknown) => res.destroy(error as Error))
      return res
    }) as typeof res.end
    next()
  }
