/**
 * Does work that many ask for at once: one after the other, and whoever asks while one is done shares the next, which begins after
 * all of them asked.
 */
export const shared = <Result>(work: () => Promise<Result>): (() => Promise<Result>) => {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<Result> | undefined
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        const result = work()
        running = result
        return result
      })
    return next
  }
}
