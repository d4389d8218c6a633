import { setImmediate } from 'node:timers/promises'
import type { Context } from '../../context/context.ts'
import {
  cursorAfter,
  failedAgain,
  isWorthWriting,
  LATEST,
  markOf,
  seenAt,
  SOON,
  type Failed,
  type Progress,
  type Seen,
} from '../policy.ts'
import { writesTo } from '../../kernel/writes.ts'
import { changesSince, type AnyChange, type Changes } from './changes.ts'
import { NOTHING, progressOf, saveProgress } from './progress.ts'
import { FOLLOWED, type Followed, type Step } from './step.ts'

/** Each derives from what another wrote, and so on: far more than any chain of steps is long. */
const MOST_PASSES = 1000
/**
 * Milliseconds after which everything since the cursors is read again, for what became visible late and what another process
 * wrote. Less than the minute between two rounds of the scheduler, so that each of those does it.
 */
const DEEP_EVERY = 50_000

/** A step that fails is not a matter of the desk's clock. */
const machineTime = (): number => Date.now()

const COLLECTIONS = Object.keys(FOLLOWED) as Followed[]

/** A step at work: how far it has come, and what of that is not written down yet. */
type Runner = {
  step: Step
  progress: Progress
  /** The cursors as they were last written down. */
  written: Progress['cursors']
  /** By collection: everything that could be read by then and was stamped before was handled. Ahead of the cursors. */
  ahead: Record<string, string>
  isChanged: boolean
}

/** `writes`: how often this process had written to the collection before it was read. */
type Found = ReadonlyMap<Followed, Changes & { writes: number }>

const subjectOf = ({ follows }: Step, collection: Followed, change: AnyChange): string | null | undefined =>
  (follows[collection] as ((changed: AnyChange) => string | null | undefined) | undefined)?.(change)

const cursorOf = ({ progress }: Runner, collection: Followed): string => progress.cursors[collection] ?? ''
const aheadOf = (runner: Runner, collection: Followed): string =>
  runner.ahead[collection] ?? cursorOf(runner, collection)

const earliest = (moments: readonly string[]): string => moments.reduce((first, one) => (one < first ? one : first))

const followersOf = (all: readonly Runner[], collection: Followed): Runner[] =>
  all.filter(({ step }) => step.follows[collection])

const put = (runner: Runner, progress: Partial<Progress>): void => {
  runner.progress = { ...runner.progress, ...progress }
  runner.isChanged = true
}

const subjectsIn = (runner: Runner, found: Found): Set<string> => {
  const subjects = new Set<string>()
  for (const [collection, { fresh }] of found)
    for (const change of fresh) {
      const subject =
        change.updatedAt >= cursorOf(runner, collection) ? subjectOf(runner.step, collection, change) : undefined
      if (subject) subjects.add(subject)
    }
  return subjects
}

const advance = (runner: Runner, found: Found, isDeep: boolean): void => {
  for (const [collection, { newest, readAt }] of found) {
    if (!runner.step.follows[collection]) continue
    runner.ahead[collection] = cursorAfter(aheadOf(runner, collection), newest, readAt, SOON)
    if (!isDeep) continue
    const before = cursorOf(runner, collection)
    const after = cursorAfter(before, newest, readAt, LATEST)
    if (after === before) continue
    runner.progress = { ...runner.progress, cursors: { ...runner.progress.cursors, [collection]: after } }
    if (isWorthWriting(runner.written[collection] ?? '', after)) runner.isChanged = true
  }
}

/**
 * Runs follow-up steps on a database until nothing follows any more. Every step has a cursor of its own, and what fails in one
 * stops neither the others nor the rest of its own. Doing it again changes nothing, nor does doing it in two processes at once.
 */
export const followUpRunner = (open: () => Context, steps: readonly Step[]) => {
  const seen = new Map(COLLECTIONS.map((collection) => [collection, new Map<string, Seen>()]))
  let runners: readonly Runner[] | undefined
  let deepAt = Number.NEGATIVE_INFINITY
  /** By collection, how often this process had written to it when it was last read whole. */
  const readAfter = new Map<Followed, number>()

  const opened = async (context: Context): Promise<Runner[]> => {
    const known = await progressOf(context)
    return steps.map((step) => {
      const progress = known.get(step.name) ?? NOTHING
      return { step, progress, written: progress.cursors, ahead: {}, isChanged: false }
    })
  }

  const handle = async (context: Context, runner: Runner, subjects: ReadonlySet<string>): Promise<void> => {
    const { step } = runner
    for (const subject of subjects) {
      if (context.mayWork?.() === false) return
      const before = runner.progress.failed.find((one) => one.subject === subject)
      let failed: Failed | undefined
      try {
        await step.handle(context, subject)
      } catch (error) {
        context.payload.logger.error({ err: error, msg: `What follows could not be derived: ${step.name}, ${subject}` })
        failed = failedAgain(subject, before, machineTime())
      }
      if (before || failed) {
        const others = runner.progress.failed.filter((one) => one.subject !== subject)
        put(runner, { failed: failed ? [...others, failed] : others })
      }
      await setImmediate()
    }
  }

  /** What no write, only time has made due: what failed before, and what the step itself says. */
  const dueFor = async (context: Context, runner: Runner): Promise<Set<string>> => {
    const { step, progress } = runner
    const machine = new Date(machineTime()).toISOString()
    const again = progress.failed.filter(({ nextAt }) => nextAt <= machine).map(({ subject }) => subject)
    const until = context.now
    const before = progress.dueUntil ? Temporal.Instant.from(progress.dueUntil) : undefined
    if (!step.due || before?.equals(until)) return new Set(again)
    // What is due only after a moment was not yet due at it: the last moment is looked at once more.
    const since = before?.subtract({ milliseconds: 1 })
    let due: readonly string[]
    try {
      due = await step.due(context, { since, until })
    } catch (error) {
      context.payload.logger.error({ err: error, msg: `What time made due could not be found: ${step.name}` })
      return new Set(again)
    }
    const isBack = before && Temporal.Instant.compare(until, before) < 0
    // Where nothing was due, the next process may as well look at the whole span again.
    if (due.length > 0 || isBack) put(runner, { dueUntil: until.toString() })
    else runner.progress = { ...runner.progress, dueUntil: until.toString() }
    return new Set([...again, ...due])
  }

  /** What is new: of every collection where the look is a deep one, else of those this process has written to since. */
  const read = async (context: Context, all: readonly Runner[], isDeep: boolean): Promise<Found> => {
    const found = new Map<Followed, Changes & { writes: number }>()
    for (const collection of COLLECTIONS) {
      const writes = writesTo(collection)
      const from = followersOf(all, collection).map((one) => (isDeep ? cursorOf : aheadOf)(one, collection))
      if (from.length === 0 || (!isDeep && readAfter.get(collection) === writes)) continue
      found.set(collection, {
        ...(await changesSince(context, collection, earliest(from), seen.get(collection)!)),
        writes,
      })
    }
    return found
  }

  /** What was handled need not be handled again while it is still close to the cursor. */
  const remember = (all: readonly Runner[], found: Found): void => {
    for (const [collection, { fresh, readAt, isMore, writes }] of found) {
      if (isMore) readAfter.delete(collection)
      else readAfter.set(collection, writes)
      const known = seen.get(collection)!
      for (const doc of fresh) known.set(doc.id, seenAt(known.get(doc.id), markOf(doc), doc.updatedAt, readAt))
      const from = earliest(followersOf(all, collection).map((one) => cursorOf(one, collection)))
      for (const [id, { mark }] of known) if (mark < from) known.delete(id)
    }
  }

  const save = async (context: Context, runner: Runner): Promise<void> => {
    if (!runner.isChanged) return
    await saveProgress(context, runner.step.name, runner.progress)
    runner.written = runner.progress.cursors
    runner.isChanged = false
  }

  /** One look, at one moment, at everything that was written since the last; true while there may be more to do. */
  const pass = async (isFirst: boolean): Promise<boolean> => {
    const context = open()
    const all = (runners ??= await opened(context))
    const isDeep = performance.now() - deepAt >= DEEP_EVERY
    const found = await read(context, all, isDeep)
    let handled = 0
    for (const runner of all) {
      const due = isFirst ? await dueFor(context, runner) : new Set<string>()
      const subjects = due.union(subjectsIn(runner, found))
      await handle(context, runner, subjects)
      handled += subjects.size
    }
    // Another process does it from here on, and begins where the cursors stand.
    if (context.mayWork?.() === false) return false
    remember(all, found)
    for (const runner of all) {
      advance(runner, found, isDeep)
      await save(context, runner)
    }
    const isMore = [...found.values()].some((changes) => changes.isMore && changes.fresh.length > 0)
    // While there is more to read, the cursors go on with it.
    if (isDeep && !isMore) deepAt = performance.now()
    return handled > 0 || isMore
  }

  return {
    /** Derives everything that follows, until nothing does. Not to be asked again before it has answered. */
    run: async (): Promise<void> => {
      for (let passes = 0; await pass(passes === 0); passes += 1)
        if (passes === MOST_PASSES) throw new Error(`Follow-ups were not done after ${MOST_PASSES} passes.`)
    },
  }
}
