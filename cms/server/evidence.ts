import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import type { Request, RequestHandler, Response } from 'express'
import { EVIDENCE_REFUSALS, type EvidenceRefusal } from '#collections/files/evidence.ts'
import { comesFromElsewhere } from '#collections/kernel/origin.ts'
import { paths } from '#collections/kernel/paths.ts'
import { refusalBody } from '#collections/kernel/refusal-body.ts'
import type { Context } from '#collections/context/context.ts'
import type { Services } from '#collections/services/index.ts'
import { receiveEvidence, type Received } from '#collections/submissions/service/receive.ts'
import { admit, type Ticket } from '#collections/submissions/service/upload.ts'

/** What was refused, for the page that shows it beside the file field. */
declare global {
  // Express finds its locals in this namespace.
  namespace Express {
    interface Locals {
      upload?: App.Locals['upload']
    }
  }
}

const STATUS: Partial<Record<EvidenceRefusal, number>> = {
  'too-large': 413,
  'too-many': 409,
  'no-more-room': 409,
  'not-now': 409,
  'no-option': 409,
  'not-files': 409,
  busy: 409,
  'cut-off': 400,
  'no-room': 507,
}

/** A form of another site is not taken, whatever link it knows. */
const isFromElsewhere = ({ headers }: Request, ours: string): boolean =>
  comesFromElsewhere({ origin: headers.origin, relation: headers['sec-fetch-site'] }, ours, { isSignedIn: false })

const wantsJson = ({ headers }: Request): boolean => /^application\/json\b/.test(headers.accept ?? '')

/** A connection over which nothing comes for this long has been cut; milliseconds. */
const SILENCE = 60_000

/** Takes the one file of a form down as it comes in; the fields beside it are not looked at. */
const takeForm = async (
  context: Context,
  ticket: Ticket,
  req: IncomingMessage,
): Promise<Received | { ok: false; refusal: 'none' }> => {
  const form = busboy({
    headers: req.headers,
    defParamCharset: 'utf8',
    limits: { files: 1, fields: 10, fieldSize: 2_000, fieldNameSize: 100, parts: 12, headerPairs: 20 },
  })
  let received: Promise<Received> | undefined
  form.on('file', (_field, stream, { filename }) => {
    received = receiveEvidence(context, ticket, { stream, name: filename ?? '' })
    // Whoever waits for the whole form hears of it below.
    received.catch(() => form.destroy())
  })
  req.setTimeout(SILENCE, () => req.destroy())
  try {
    await pipeline(req, form)
  } catch (error) {
    // What the file came to says more than that the form was given up.
    await received
    throw error
  }
  const done = await received
  // A field nobody touched arrives as a nameless, empty file.
  return done ?? { ok: false, refusal: 'none' }
}

type Refused = { refusal: EvidenceRefusal; seconds?: number }

type Uploads = { services: Services; origin: string }

/**
 * Takes evidence, streaming it to the disk; everything else that is sent to the same address is left to the pages. One file at
 * a time for each submission. A program is answered in JSON; a browser is sent back to the page, which says what was refused.
 */
export const receiveUploads = ({ services, origin }: Uploads): RequestHandler => {
  const under = new Set<string>()

  const refuse = (req: Request, res: Response, next: () => void, { refusal, seconds }: Refused): void => {
    const status = STATUS[refusal] ?? 422
    // What is left of the body is not waited for.
    if (!req.complete) res.set('Connection', 'close')
    if (wantsJson(req)) {
      res
        .status(status)
        .set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })
        .json(
          refusalBody({
            errors: { file: EVIDENCE_REFUSALS[refusal] },
            reason: refusal,
            ...(seconds !== undefined && { more: { seconds } }),
          }),
        )
      return
    }
    const { token = '', item = '' } = req.params as Record<string, string>
    res.locals.upload = { status, refusal, ...(seconds !== undefined && { seconds }) }
    Object.assign(req, { url: paths.evidence(token, item), method: 'GET' })
    next()
  }

  const receive = async (context: Context, req: Request, ticket: Ticket): Promise<Refused | undefined> => {
    if (under.has(ticket.submission)) return { refusal: 'busy' }
    under.add(ticket.submission)
    try {
      const done = await takeForm(context, ticket, req)
      return done.ok ? undefined : done
    } catch (error) {
      if (!req.complete || req.destroyed) return { refusal: 'cut-off' }
      if (/Malformed|Unexpected end|boundary|Multipart/i.test((error as Error).message)) return { refusal: 'cut-off' }
      throw error
    } finally {
      under.delete(ticket.submission)
    }
  }

  return async (req, res, next) => {
    if (!req.is('multipart/form-data')) return next()
    if (isFromElsewhere(req, origin))
      return void res.status(403).type('text/plain').send('This form came from another site.\n')
    const { token = '', item = '' } = req.params as Record<string, string>
    const length = Number(req.headers['content-length'] ?? 0)
    const context = services.context()
    res.locals.context = context
    const admitted = await admit(context, { token, item, length })
    if ('link' in admitted) {
      // The page says what is wrong with the link; nothing of the file is read.
      res.set('Connection', 'close')
      Object.assign(req, { url: paths.submission(token), method: 'GET' })
      return next()
    }
    const refused = admitted.ok ? await receive(context, req, admitted.ticket) : admitted
    if (refused) return refuse(req, res, next, refused)
    if (wantsJson(req)) return void res.status(201).set('Cache-Control', 'no-store').json({ ok: true })
    res
      .set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })
      .redirect(303, paths.evidence(token, item))
  }
}
