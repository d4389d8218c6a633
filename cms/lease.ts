import { setTimeout } from 'node:timers/promises'
import type { Payload } from 'payload'
import { compareAndSet, createUnlessTaken } from '#collections/kernel/keyed.ts'
import { first } from '#collections/kernel/queries.ts'
import { isDue, isFree, isSure, LOOK_EVERY, sighted, type Sighting } from '#collections/leases/policy.ts'
import { hasEnded, nameOfProcess } from './holder.ts'

type Given = {
  /** A stopwatch, in milliseconds. Tests move it. */
  stopwatch?: () => number
  /** The name of this process. */
  holder?: string
  /** What has to be done each time before the work may begin. */
  prepare?: () => Promise<void>
}

/**
 * What one process at a time does, by a document that is taken and renewed by compare-and-set. `look` takes it where it is free and
 * renews it where it is due; `start` has that done by itself.
 */
export const openLease = (
  payload: Payload,
  key: string,
  { stopwatch = () => performance.now(), holder = nameOfProcess(), prepare }: Given = {},
) => {
  let seen: Sighting | undefined
  let held: { id: string; beat: number; renewedAt: number } | undefined
  let looking: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  const listeners = new Set<() => void>()

  const isHeld = (): boolean => held !== undefined && isSure(held.renewedAt, stopwatch())

  const taken = async (id: string, beat: number, renewedAt: number): Promise<void> => {
    await prepare?.()
    held = { id, beat, renewedAt }
    for (const listener of listeners) listener()
  }

  const renew = async (mine: { id: string; beat: number }, now: number): Promise<void> => {
    const beat = mine.beat + 1
    const isMine = await compareAndSet(payload, 'leases', mine.id, { holder: { equals: holder } }, { beat })
    held = isMine && { id: mine.id, beat, renewedAt: now }
  }

  const take = async (now: number): Promise<void> => {
    const found = await first({ payload }, 'leases', { key: { equals: key } })
    if (!found) {
      const made = await createUnlessTaken(payload, 'leases', { key, holder, beat: 1 })
      if (made) await taken(made.id, 1, now)
      return
    }
    seen = sighted(seen, found, now)
    if (!isFree(seen, hasEnded(seen.holder), now)) return
    const beat = found.beat + 1
    const asSeen = { beat: { equals: found.beat } }
    if (await compareAndSet(payload, 'leases', found.id, asSeen, { holder, beat })) await taken(found.id, beat, now)
  }

  const look = (): Promise<void> =>
    (looking ??= (async () => {
      const now = stopwatch()
      if (!held) await take(now)
      else if (isDue(held.renewedAt, now)) await renew(held, now)
    })().finally(() => (looking = undefined)))

  const lookAgain = (): void => {
    look().catch((error: unknown) => payload.logger.error({ err: error }, 'The lease could not be read'))
  }

  return {
    look,
    /** Whether this process may do the work now. Asked right before anything that cannot be taken back. */
    isHeld,
    /** Hears each time this process gets the lease. */
    onTaken: (listener: () => void): void => void listeners.add(listener),
    start: (): void => {
      timer = setInterval(lookAgain, LOOK_EVERY).unref()
    },
    /** Does no more of the work, and gives it back once what is under way has ended, so that nobody has to wait for it. */
    release: async (ended: () => Promise<void> = async () => undefined): Promise<void> => {
      clearInterval(timer)
      await looking?.catch(() => undefined)
      const mine = held
      held = undefined
      await ended()
      if (mine) await compareAndSet(payload, 'leases', mine.id, { holder: { equals: holder } }, { holder: '' })
    },
  }
}

export type Lease = ReturnType<typeof openLease>

const leases = new WeakMap<Payload, Lease>()

/** The work of this process's Payload is done only while it has this lease. */
export const worksBy = (payload: Payload, lease: Lease): void => void leases.set(payload, lease)

/** Whether this process may run jobs now. */
export const mayWork = (payload: Payload): boolean => leases.get(payload)?.isHeld() ?? true

/** Does work while every other process waits for it to be done. */
export const oneAtATime = async (payload: Payload, key: string, work: () => Promise<void>): Promise<void> => {
  const lease = openLease(payload, key)
  await lease.look()
  if (!lease.isHeld()) payload.logger.info('Another process is preparing this database; waiting for it.')
  while (!lease.isHeld()) {
    await setTimeout(LOOK_EVERY)
    await lease.look()
  }
  lease.start()
  try {
    await work()
  } finally {
    await lease.release()
  }
}
