import { Counter, Histogram, type Registry } from 'prom-client'

/** What is counted of a request that is over; `route` is one of a few kinds of addresses. */
export type Counted = { route: string; status: number; seconds: number }

/** From a page that is kept to a recording over a slow line; seconds. */
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Counts requests by kind of address and status, and how long they take. */
export const requestMetrics = (register: Registry): ((counted: Counted) => void) => {
  const registers = [register]
  const requests = new Counter({
    name: 'onramp_requests_total',
    help: 'Requests that are over, by kind of address and status.',
    labelNames: ['route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'onramp_request_seconds',
    help: 'How long requests take, by kind of address.',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers,
  })
  return ({ route, status, seconds }) => {
    requests.inc({ route, status })
    durations.observe({ route }, seconds)
  }
}
