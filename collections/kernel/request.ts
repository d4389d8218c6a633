import { AsyncLocalStorage } from 'node:async_hooks'

/** The id of the request that something is done for; what is logged meanwhile names it, and so does the audit log. */
export const currentRequest = new AsyncLocalStorage<string>()
