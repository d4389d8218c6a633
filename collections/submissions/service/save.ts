import { refusalToChange } from '../policy.ts'
import { chosenOf, type Handed } from '../parts.ts'
import type { CoversForm, SaveForm } from '../schema.ts'
import { WRITABLE } from '../states.ts'
import type { Conflict, Saved, WorkDone } from '../view.ts'
import type { Context } from '../../context/context.ts'
import { changeWork, openWork, refuse, stampOf, stampOfNote, timelinessNow, type Work } from './submission.ts'
import { isOneOf } from '../../values/list.ts'

type Sent = SaveForm['items'][string]

/** What an item becomes: what was sent over what is there. */
const over = (before: Handed, { text, option, link }: Sent): Handed => ({
  ...before,
  ...(text !== undefined && { text }),
  ...(option !== undefined && { option }),
  ...(link !== undefined && { link }),
})

/** Nothing was written here before, so that nothing can be written over. */
const BLANK = [stampOf({}), stampOfNote('')]

/** What another window saved of an item, to be read: the form of evidence, the text, the address. */
const shownOf = ({ items }: Work, key: string, handed: Handed): string => {
  const item = items.find((one) => one.key === key)
  const option = item?.kind === 'evidence' ? chosenOf(item.evidence, handed) : undefined
  return [option?.text, handed.text, handed.link].filter(Boolean).join('\n\n')
}

type Merged = { answers: Record<string, Handed>; note: string; stamps: Record<string, string>; conflicts: Conflict[] }

/**
 * Lays what a page sent over what is kept, item by item. What another window saved since the page was opened stays, unless it
 * is the same; the page is told, and can save over it knowingly. Where nothing was typed since, there is nothing to tell: the
 * item stays as it is, without a new stamp for a page that does not show it.
 */
const merge = (work: Work, form: SaveForm): Merged => {
  const answers: Record<string, Handed> = { ...work.answers }
  const merged: Merged = { answers, note: work.submission.note ?? '', stamps: {}, conflicts: [] }
  for (const [key, sent] of Object.entries(form.items)) {
    const before = answers[key] ?? {}
    if (stampOf(over({}, sent)) === sent.was && stampOf(before) !== sent.was) continue
    const after = over(before, sent)
    const [is, becomes] = [stampOf(before), stampOf(after)]
    if (is !== becomes && is !== sent.was && !BLANK.includes(is))
      merged.conflicts.push({ key, text: shownOf(work, key, before), stamp: is })
    else {
      answers[key] = after
      merged.stamps[key] = becomes
    }
  }
  if (form.note !== undefined) {
    const is = stampOfNote(merged.note)
    const becomes = stampOfNote(form.note)
    if (becomes === form.noteWas && is !== becomes) return merged
    if (is !== becomes && is !== form.noteWas && !BLANK.includes(is))
      merged.conflicts.push({ key: 'note', text: merged.note, stamp: is })
    else {
      merged.note = form.note
      merged.stamps['note'] = becomes
    }
  }
  return merged
}

/** Why the work cannot be written on at all now; undefined: it can. */
export const refusalToWrite = (work: Work, context: Context): 'not-now' | 'late' | undefined => {
  const isWritable = isOneOf(WRITABLE, work.submission.status)
  if (!isWritable) return 'not-now'
  return timelinessNow(work, context) === 'late' ? 'late' : undefined
}

/**
 * Keeps what somebody wrote so far. Nothing is lost by it: two windows are merged item by item, and what is met, or not theirs
 * to change, is refused as a whole, because no page of ours sends it.
 */
export const saveWork = async (
  context: Context,
  token: string,
  form: SaveForm,
): Promise<WorkDone<{ saved: Saved }>> => {
  const opened = await openWork(context, token)
  if (!opened.ok) return opened
  let merged: Merged | undefined
  const done = await changeWork(context, opened.work.submission.id, (work) => {
    const refusal = refusalToWrite(work, context)
    if (refusal) return refuse(refusal)
    const { status } = work.submission
    for (const key of Object.keys(form.items)) {
      const refused = refusalToChange(key, status, work.items, work.judged)
      if (refused) return refuse(refused)
    }
    merged = merge(work, form)
    return { data: { answers: merged.answers, note: merged.note } }
  })
  if (!done.ok) return done
  const { stamps, conflicts } = merged!
  return { ok: true, saved: { stamps, conflicts, at: context.now, zone: context.zone } }
}

/** Keeps what readers must not see, besides what is covered anyway. */
export const coverWords = async (context: Context, token: string, { covers }: CoversForm): Promise<WorkDone> => {
  const opened = await openWork(context, token)
  if (!opened.ok) return opened
  const done = await changeWork(context, opened.work.submission.id, (work) => {
    const refusal = refusalToWrite(work, context)
    return refusal ? refuse(refusal) : { data: { covers } }
  })
  return done.ok ? { ok: true } : done
}
