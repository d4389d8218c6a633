import { statfs } from 'node:fs/promises'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { Rounds } from '#collections/followups/service/scheduler.ts'

/** What a process knows about itself. */
export type ProcessState = {
  dataDir: string
  pages: () => { hits: number; misses: number; pages: number; bytes: number }
  bytesInFlight: () => number
  turnedAway: () => number
  hasLease: () => boolean
  rounds: () => Rounds
}

/** A number that is read when somebody asks for it, and only ever rises. */
const total = (registers: Registry[], name: string, help: string, read: () => number): void => {
  const counter: Counter = new Counter({
    name,
    help,
    registers: [],
    collect: () => {
      counter.reset()
      counter.inc(read())
    },
  })
  for (const register of registers) register.registerMetric(counter)
}

/** A number that is read when somebody asks for it. */
const gauge = (registers: Registry[], name: string, help: string, read: () => number | Promise<number>): void => {
  const one: Gauge = new Gauge({ name, help, registers: [], collect: async () => one.set(await read()) })
  for (const register of registers) register.registerMetric(one)
}

/** Kept pages, bodies on their way, follow-ups and the disk, of this process. */
export const processMetrics = (
  register: Registry,
  { dataDir, pages, bytesInFlight, turnedAway, hasLease, rounds }: ProcessState,
): void => {
  const to = [register]
  total(to, 'onramp_kept_pages_hits_total', 'Public pages that were answered from memory.', () => pages().hits)
  total(to, 'onramp_kept_pages_misses_total', 'Public pages that had to be rendered.', () => pages().misses)
  gauge(to, 'onramp_kept_pages', 'Public pages in memory.', () => pages().pages)
  gauge(to, 'onramp_kept_pages_bytes', 'What they take, in bytes.', () => pages().bytes)
  gauge(to, 'onramp_bytes_in_flight', 'Bytes of large bodies that are being received.', bytesInFlight)
  total(to, 'onramp_pages_turned_away_total', 'Pages answered with 503 because too many were asked for.', turnedAway)
  gauge(to, 'onramp_lease_held', 'Whether this process does the work in the background.', () => Number(hasLease()))
  total(to, 'onramp_followup_rounds_total', 'Rounds of follow-ups that were done.', () => rounds().done)
  total(to, 'onramp_followup_rounds_failed_total', 'Rounds that were broken off by an error.', () => rounds().failed)
  total(to, 'onramp_followup_round_seconds_total', 'How long all rounds took together.', () => rounds().seconds)
  gauge(to, 'onramp_disk_free_bytes', 'Room where DATA_DIR lies.', async () => {
    const { bavail, bsize } = await statfs(dataDir)
    return bavail * bsize
  })
}
