import { namesIn } from '../../reviews/blind.ts'
import { identityOf } from '../../reviews/identity.ts'
import { maskOf, type Mask } from '../../reviews/mask.ts'
import { reaches } from '../../reviews/pass-rule.ts'
import { slotsOf } from '../../reviews/policy.ts'
import { appealOf } from '../appeal.ts'
import { feedbackOf, isColleagues } from '../feedback.ts'
import { earlierOf } from '../earlier.ts'
import type { Scores } from '../scores.ts'
import { chosenOf, fittingFiles, type Handed, type HandedFile, type Item } from '../parts.ts'
import { attemptsLeft, refusalToChange } from '../policy.ts'
import type { ItemView, JudgedLine, OwnFile, WorkView } from '../view.ts'
import { instantOf } from '../../values/day.ts'
import { GRACE_MINUTES } from '../../values/grace.ts'
import { awardCodeOf } from '../../awards/queries.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { idOf } from '../../kernel/related.ts'
import { appealUntilOf } from './appeal.ts'
import { offeredEdition } from './edition.ts'
import { refusalToWrite } from './save.ts'
import { consentTextOf, leftIn, refusalToSend } from './send.ts'
import { attemptsOf, deadlineOf, stampOf, stampOfNote, timelinessNow, type Work } from './submission.ts'

type Rows = ReadonlyMap<string, { name: string; bytes: number }>

const rowsOf = async (context: Context, submission: string): Promise<Rows> => {
  const rows = await every(context, 'files', { submission: { equals: submission } })
  return new Map(rows.map(({ id, givenName, filesize }) => [id, { name: givenName, bytes: filesize ?? 0 }]))
}

const ownFiles = (files: readonly HandedFile[], rows: Rows): OwnFile[] =>
  files.flatMap(({ id, seconds }) => {
    const row = rows.get(id)
    return row ? [{ id, seconds, ...row }] : []
  })

const filesFor = (item: Item, handed: Handed): HandedFile[] => {
  const chosen = item.kind === 'evidence' ? chosenOf(item.evidence, handed) : undefined
  return chosen ? fittingFiles(chosen, handed) : []
}

/** What was said about an item: each level and comment, in the order of the rubric. */
const judgedLines = ({ edition }: Work, key: string, scores: Scores = {}): JudgedLine[] => {
  return slotsOf(edition)
    .filter(({ item }) => item === key)
    .flatMap((slot) => {
      const score = scores[slot.id]
      if (!score) return []
      const { level, comment } = score
      return [{ criterion: slot.criterion, level, comment, isReached: reaches(slot, level) }]
    })
}

const asRead = (text: string | null | undefined, mask: Mask) => (text?.trim() ? mask(text.trim()) : null)

const itemView = (
  work: Work,
  item: Item,
  rows: Rows,
  lacks: ReadonlyMap<string, ItemView['lack']>,
  { isOpen, mask }: { isOpen: boolean; mask: Mask },
): ItemView => {
  const { submission, items, answers, judged, versions } = work
  const { key } = item
  const handed = answers[key] ?? {}
  const feedback = feedbackOf(submission)[key]
  const files = ownFiles(handed.files ?? [], rows)
  const last = versions.at(-1)
  const before = last?.answers[key]
  const written = [handed.text ?? '', handed.link ?? '', ...files.map(({ name }) => name)].join('\n')
  return {
    item,
    handed,
    stamp: stampOf(handed),
    files,
    sentFiles: ownFiles(filesFor(item, handed), rows),
    standing: judged[key] ?? null,
    isOpen: isOpen && refusalToChange(key, submission.status, items, judged) === undefined,
    judged: judgedLines(work, key, last?.scores),
    before:
      before && last ? { handed: before, files: ownFiles(before.files ?? [], rows), attempt: last.attempt } : null,
    earlier: earlierOf(versions, key).map(({ attempt, answers, scores }) => ({
      attempt,
      handed: answers[key] ?? {},
      files: ownFiles(answers[key]?.files ?? [], rows),
      judged: judgedLines(work, key, scores),
    })),
    lack: lacks.get(key) ?? null,
    colleague: feedback
      ? { name: feedback.name, email: feedback.email, isGiven: feedback.givenAt !== undefined }
      : null,
    names: [...new Set(namesIn(written, submission).map(({ text }) => text))],
    asRead: asRead(isColleagues(item, handed) ? handed.theirs : handed.text, mask),
  }
}

/** Everything somebody sees of their own work. */
export const workView = async (context: Context, work: Work): Promise<WorkView> => {
  const { submission, edition, items } = work
  const rows = await rowsOf(context, submission.id)
  const isOpen = refusalToWrite(work, context) === undefined
  const lacks = new Map(leftIn(work).map((lack) => [lack.key, lack]))
  const deadline = deadlineOf(edition, context.zone)
  const organizations = await context.organizations()
  const mask = maskOf(identityOf(submission, organizations.get(idOf(submission.organization) ?? '') ?? null))
  const consent = submission.consent as { at: string; text: string } | null
  const minutes = edition.graceMinutes ?? GRACE_MINUTES
  const [until, appeal] = [await appealUntilOf(context, work), appealOf(submission)]
  return {
    id: submission.id,
    revision: submission.revision,
    status: submission.status,
    name: submission.name,
    email: submission.email,
    credential: edition,
    items: items.map((item) => itemView(work, item, rows, lacks, { isOpen, mask })),
    note: submission.note ?? '',
    noteAsRead: asRead(submission.note, mask),
    covers: submission.covers ?? '',
    noteStamp: stampOfNote(submission.note ?? ''),
    deskNote: submission.deskNote ?? null,
    timeliness: timelinessNow(work, context),
    deadline,
    graceUntil: deadline && deadline.add({ seconds: Math.round(minutes * 60) }),
    attempts: { made: submission.attempts, left: attemptsLeft(attemptsOf(work)) },
    refusal: refusalToSend(work, context) ?? null,
    consentText: consentTextOf(work),
    consent: consent && { at: Temporal.Instant.from(consent.at), text: consent.text },
    showsName: submission.showsName ?? false,
    submittedAt: instantOf(submission.submittedAt),
    dueAt: instantOf(submission.dueAt),
    answeredAt: instantOf(submission.answeredAt),
    appealUntil: until && Temporal.Instant.compare(context.now, until) <= 0 ? until : null,
    appeal: appeal && {
      at: Temporal.Instant.from(appeal.at),
      text: appeal.text,
      decision: appeal.decision ?? null,
      why: appeal.why ?? null,
    },
    repaired: await offeredEdition(context, work),
    award: (await awardCodeOf(context, `submission:${submission.id}`)) ?? null,
    zone: context.zone,
  }
}
