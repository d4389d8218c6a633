/** What is asked for next, after the password was right. */
export type Asks = { reason: 'code' | 'set-up'; offer?: string; secret?: string; uri?: string }
export type SignedIn = { ok: true; recoveryCodes?: string[] } | { ok: false; message: string; asks?: Asks }

type Answer = { recoveryCodes?: string[]; errors?: { message: string; data?: Asks }[] }

const FAILED = 'This did not work. Try again.'

/** Signs in at the address of Payload's own form, with a code where one was asked for. */
export const signIn = async (api: string, fields: Readonly<Record<string, string>>): Promise<SignedIn> => {
  const answer = await fetch(`${api}/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
  }).catch(() => undefined)
  const { recoveryCodes, errors } = ((await answer?.json().catch(() => ({}))) ?? {}) as Answer
  if (answer?.ok) return { ok: true, ...(recoveryCodes && { recoveryCodes }) }
  const [error] = errors ?? []
  const asks = error?.data?.reason ? error.data : undefined
  return { ok: false, message: error?.message ?? FAILED, ...(asks && { asks }) }
}

type Posted<Body> = { ok: true; body: Body } | { ok: false; message: string }

/** Asks the server to do something about an account. */
export const postTo = async <Body>(address: string, fields: object = {}): Promise<Posted<Body>> => {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
  }).catch(() => undefined)
  const body = ((await answer?.json().catch(() => ({}))) ?? {}) as Body & Answer
  return answer?.ok ? { ok: true, body } : { ok: false, message: body.errors?.[0]?.message ?? FAILED }
}
