import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { refusalBody } from '#collections/kernel/refusal-body.ts'

const VERSION = /^\/([\w-]+)\/versions\//
const VERIFY = /^\/[\w-]+\/verify\//

/**
 * Payload has addresses for versions and for confirming a mailbox at every collection, and fails at those of a collection that has
 * neither. Here they are not there.
 */
export const withoutUnused =
  ({ collections }: Pick<Payload, 'collections'>): RequestHandler =>
  ({ path }, res, next) => {
    const slug = VERSION.exec(path)?.[1]
    const isUnused = VERIFY.test(path) || (slug && !collections[slug as keyof typeof collections]?.config.versions)
    if (!isUnused) return next()
    res.status(404).json(refusalBody({ message: 'There is nothing at this address.' }))
  }
