import {
  APIError,
  type CollectionAfterOperationHook,
  type CollectionBeforeLoginHook,
  type CollectionAfterDeleteHook,
  type PayloadRequest,
} from 'payload'
import { randomUUID } from 'node:crypto'
import { writeEntry } from '../kernel/audit.ts'
import { panelTime } from '../kernel/clock.ts'
import { AGENCY } from '../agency/view.ts'
import type { User } from '../kernel/payload-types.ts'
import { dropFactor, factorOf, isFactorRequired, keepFactor, takeCode } from './factor.ts'
import { newSecret, offeredIn, offerOf, uriOf } from './totp.ts'

/** Codes are a matter of the machine's clock, not of the desk's. */
const machineTime = (): number => Date.now()

/** What the form asks for next: a code, or that an app is set up. `isWrong`: something was typed, and was not right. */
type Asked = { reason: 'code' | 'set-up'; isWrong: boolean; offer?: string; secret?: string; uri?: string }

/** A sign-in whose password was right, and that needs a second factor. */
export class SecondFactorAsked extends APIError {
  constructor(message: string, data: Asked) {
    super(message, 401, data, true)
    this.name = 'SecondFactorAsked'
  }
}

const sent = ({ data }: PayloadRequest, name: string): string => {
  const value: unknown = data?.[name]
  return typeof value === 'string' ? value : ''
}

/** A secret to be set up in an app, which nobody has until its first code came back. */
export const offerTo = async (req: PayloadRequest, user: User): Promise<Pick<Asked, 'offer' | 'secret' | 'uri'>> => {
  const { payload } = req
  const agency = await payload.findGlobal({ slug: 'agency', depth: 0, overrideAccess: true })
  const secret = newSecret()
  const offer = offerOf(payload.secret, user.id, secret, machineTime())
  return { offer, secret, uri: uriOf(secret, user.email, agency.shortName || agency.name || AGENCY.name) }
}

/** The codes for paper, where the app that was offered made the code that was sent. */
export const acceptOffer = async (req: PayloadRequest, user: User): Promise<string[] | undefined> => {
  const now = machineTime()
  const secret = offeredIn(req.payload.secret, user.id, sent(req, 'offer'), now)
  return secret === undefined ? undefined : keepFactor(req, user.id, { secret, code: sent(req, 'code'), now })
}

/** Whether a code of one's own was sent, which is worth nothing any more then. */
export const tookCode = (req: PayloadRequest, user: Pick<User, 'id'>): Promise<boolean> =>
  takeCode(req, user.id, sent(req, 'code'), machineTime())

const setUp = async (req: PayloadRequest, user: User): Promise<void> => {
  const isTried = sent(req, 'offer') !== ''
  const codes = isTried ? await acceptOffer(req, user) : undefined
  if (!codes)
    throw new SecondFactorAsked(
      isTried
        ? 'This code is not right. Set the app up with this key.'
        : 'Your role needs a second factor. Set it up now.',
      { reason: 'set-up', isWrong: isTried, ...(await offerTo(req, user)) },
    )
  req.context['recoveryCodes'] = codes
  const { payload } = req
  const actor = { kind: 'staff', name: user.name || user.email, user: user.id } as const
  const key = `staff:second-factor-set-up:${randomUUID()}`
  const summary = `${actor.name} set up a second factor`
  await writeEntry({ payload, now: panelTime(payload), actor }, { key, kind: 'staff.second-factor-set-up', summary })
}

/** Lets in who has a second factor only with it, whichever way they come; the session that was begun is taken back. */
export const askSecondFactor: CollectionBeforeLoginHook<User> = async ({ req, user }) => {
  // What is called from here asks nobody.
  if (req.payloadAPI === 'local') return user
  if (!(await factorOf(req, user.id))) {
    if (await isFactorRequired(req, user)) await setUp(req, user)
    return user
  }
  if (await tookCode(req, user)) return user
  // A new password is set by then; it does not stand in for the code.
  const isReset = sent(req, 'token') !== ''
  const isWrong = !isReset && sent(req, 'code') !== ''
  throw new SecondFactorAsked(
    isReset
      ? 'Your new password is set. Sign in with it, and with a code.'
      : isWrong
        ? 'This code is not right, or was used before. Wait for the next one.'
        : 'Type the code your app shows, or one of your recovery codes.',
    { reason: 'code', isWrong },
  )
}

/** The codes for paper are shown once, with the sign-in that set the app up. */
export const showRecoveryCodes: CollectionAfterOperationHook<'users'> = ({ operation, result, req }) =>
  operation === 'login' && req.context['recoveryCodes']
    ? Object.assign(result, { recoveryCodes: req.context['recoveryCodes'] })
    : result

/** Nobody of the same id comes later; nothing is left behind all the same. */
export const dropFactorOfDeleted: CollectionAfterDeleteHook = ({ id, req }) => dropFactor(req, String(id))
