import { defaultLoggerOptions, type Config } from 'payload'
import { currentRequest } from '#collections/kernel/request.ts'
import type { Environment } from './env.ts'

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

const requestNow = (): { requestId?: string } => {
  const requestId = currentRequest.getStore()
  return requestId === undefined ? {} : { requestId }
}

/** The log of the process: a line of JSON for each thing that happened, or what a person reads more easily, at a terminal. */
export const loggerFor = ({ logLevel }: Pick<Environment, 'logLevel'>): Config['logger'] => ({
  options: {
    name: 'onramp',
    level: logLevel,
    serializers: { err: loggedError },
    formatters: { level: (level) => ({ level }) },
    mixin: requestNow,
  },
  destination: process.stdout.isTTY ? defaultLoggerOptions : process.stdout,
})
