import { defaultLoggerOptions, type Config } from 'payload'

/** A failed query as drizzle reports it: the whole statement, and everything that was to be written. */
const isQuery = ({ message }: Error): boolean => message.startsWith('Failed query')

const messageOf = (error: Error): string => (isQuery(error) ? 'A query failed' : error.message)

/** Where it happened, without the message above, which may hold what people wrote. */
const framesOf = ({ stack = '' }: Error): string => stack.slice(Math.max(0, stack.search(/^ {4}at /m)))

const chainOf = (error: unknown): Error[] => (error instanceof Error ? [error, ...chainOf(error.cause)] : [])

/**
 * An error as the log keeps it: its kind, what it and its causes say, and where. The statement and the values of a failed query,
 * which may be a password's hash or the token of a link, stay out.
 */
export const loggedError = (error: unknown): unknown => {
  const chain = chainOf(error)
  const [first] = chain
  if (!first) return error
  const { code, status } = first as { code?: unknown; status?: unknown }
  return {
    type: first.name,
    message: chain.map(messageOf).join(': '),
    stack: chain.map((one) => `${one.name}: ${messageOf(one)}\n${framesOf(one)}`).join('\ncaused by '),
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
  }
}

/** The log of the process, as Payload prints it by itself but for what must not stand in it. */
export const logger: Config['logger'] = {
  options: { name: 'onramp', serializers: { err: loggedError } },
  destination: defaultLoggerOptions,
}
