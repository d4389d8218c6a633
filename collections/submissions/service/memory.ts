import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { type: 'minor' }) => void

// Only this name is asked for; the flag goes for contexts made from now on, which is the one line below.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as Collect
setFlagsFromString('--no-expose-gc')

/** Bytes that may pass before what they were read into is given back. */
const EVERY = 16_000_000

/**
 * Keeps memory small while a large file passes through. Each piece of it was read into a buffer of its own, and those are
 * given back only when 64 MB of them have come together; asked for in between it takes about a millisecond.
 */
export const bufferCollector = (): ((bytes: number) => void) => {
  let passed = 0
  return (bytes) => {
    passed += bytes
    if (passed < EVERY) return
    passed = 0
    collect({ type: 'minor' })
  }
}
