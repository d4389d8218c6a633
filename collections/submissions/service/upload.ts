import { hasSpace } from '../../files/room.ts'
import { LARGEST, MOST_BYTES, MOST_OF_ITEM, MOST_OF_SUBMISSION, type EvidenceRefusal } from '../../files/evidence.ts'
import type { EvidenceFamily } from '../../files/kinds.ts'
import { chosenOf, taking, type HandedFile } from '../parts.ts'
import { refusalToChange } from '../policy.ts'
import type { LinkRefusal } from '../../kernel/outcome.ts'
import type { Context } from '../../context/context.ts'
import { every } from '../../kernel/queries.ts'
import { refusalToWrite } from './save.ts'
import { openWork, type Work } from './submission.ts'

/** What may be added to one item now. `most`: bytes; `maxSeconds`: null where no recording is too long. */
export type Ticket = {
  submission: string
  item: string
  family: EvidenceFamily
  most: number
  maxSeconds: number | null
}

type Allowed = { ok: true; ticket: Ticket } | { ok: false; refusal: EvidenceRefusal }

const filesOf = ({ answers }: Pick<Work, 'answers'>): HandedFile[] =>
  Object.values(answers).flatMap(({ files }) => files ?? [])

/** Whether one more file fits beside those that are there, by number. Asked again in the write that adds it. */
export const refusalOfNumber = (work: Pick<Work, 'answers'>, item: string): EvidenceRefusal | undefined => {
  const here = work.answers[item]?.files ?? []
  return here.length >= MOST_OF_ITEM || filesOf(work).length >= MOST_OF_SUBMISSION ? 'too-many' : undefined
}

/** What a file added to this item has to be; or why none can be. */
export const ticketFor = (context: Context, work: Work, key: string): Allowed => {
  const { submission, items, judged, answers } = work
  const item = items.find((one) => one.key === key)
  const isClosed = refusalToWrite(work, context) ?? refusalToChange(key, submission.status, items, judged)
  if (!item || isClosed) return { ok: false, refusal: 'not-now' }
  if (item.kind === 'prompt') return { ok: false, refusal: 'not-files' }
  const option = chosenOf(item.evidence, answers[key] ?? {})
  if (!option) return { ok: false, refusal: 'no-option' }
  const family = taking(option).files
  if (!family) return { ok: false, refusal: 'not-files' }
  const refusal = refusalOfNumber(work, key)
  if (refusal) return { ok: false, refusal }
  return {
    ok: true,
    ticket: {
      submission: submission.id,
      item: key,
      family,
      most: LARGEST[family],
      maxSeconds: family === 'recording' && option.maxMinutes !== null ? option.maxMinutes * 60 : null,
    },
  }
}

type Asked = { token: string; item: string; /** Of the whole request, in bytes. */ length: number }

/** Bytes of a form around its file. */
const FORM = 20_000

/**
 * Whether a file that is about to be sent may be: by the link, by what the item asks for, and by how long it says it is, all
 * before the first byte of it is read.
 */
export const admit = async (
  context: Context,
  { token, item, length }: Asked,
): Promise<Allowed | { ok: false; link: LinkRefusal }> => {
  const opened = await openWork(context, token)
  if (!opened.ok) return { ok: false, link: opened.refusal as LinkRefusal }
  const allowed = ticketFor(context, opened.work, item)
  if (!allowed.ok) return allowed
  if (length > allowed.ticket.most + FORM) return { ok: false, refusal: 'too-large' }
  const rows = await every(context, 'files', { submission: { equals: allowed.ticket.submission } })
  const stored = rows.reduce((sum, { filesize }) => sum + (filesize ?? 0), 0)
  if (stored + length > MOST_BYTES) return { ok: false, refusal: 'no-more-room' }
  return (await hasSpace(context, length)) ? allowed : { ok: false, refusal: 'no-room' }
}
