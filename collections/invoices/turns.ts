import type { Payload } from 'payload'

// Work on statements in this process happens in turn. It keeps retries rare; what is right is decided by the unique numbers.
const turns = new WeakMap<Payload, Promise<unknown>>()
export const inTurn = <Result>(payload: Payload, work: () => Promise<Result>): Promise<Result> => {
  const before = turns.get(payload) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(
    payload,
    mine.catch(() => undefined),
  )
  return mine
}
