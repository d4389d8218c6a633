import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What is asked for, by so many at once, each with the next question as soon as the last is answered. */
export type Load = {
  port: number
  host: string
  paths: readonly string[]
  connections: number
  /** How many questions in all. */
  requests: number
  headers?: Readonly<Record<string, string>>
}

/** Milliseconds; `cpu` is what asking cost in seconds, which is not to be more than answering did. */
export type Loaded = {
  perSecond: number
  p50: number
  p99: number
  seconds: number
  cpu: number
  statuses: Readonly<Record<string, number>>
}

/** Asks from a process of its own, so that asking and answering do not wait for each other. */
export const load = (given: Load): Promise<Loaded> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('load-main.ts', import.meta.url)), [JSON.stringify(given)])
    child.once('message', (loaded) => resolve(loaded as Loaded))
    child.once('exit', (code) => reject(new Error(`Asking ended with code ${code}.`)))
  })
