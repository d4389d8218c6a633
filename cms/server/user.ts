import type { IncomingMessage } from 'node:http'
import type { Payload } from 'payload'
import type { User } from '#collections/kernel/payload-types.ts'

/**
 * The signed-in member of staff, by the same cookie as in the panel; undefined for everybody else. Payload takes a cookie from
 * requests of our own pages only, so whoever asks here decides first what may come from elsewhere.
 */
export const userOf = async (payload: Payload, { headers }: IncomingMessage): Promise<User | undefined> => {
  if (!headers.cookie?.includes('payload-token=')) return undefined
  const { user } = await payload.auth({
    headers: new Headers({ cookie: headers.cookie, 'sec-fetch-site': 'same-origin' }),
  })
  return user?.collection === 'users' ? user : undefined
}
