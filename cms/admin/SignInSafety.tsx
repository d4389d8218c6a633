'use client'
import { Button, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { CodeInput, RecoveryCodes, SetUpApp } from './SecondFactor.tsx'
import { postTo } from './signing-in.ts'

type Session = { id: string; createdAt: string; expiresAt: string; isThis: boolean }
type Standing = {
  isOwn: boolean
  sessions: Session[]
  factor: { confirmedAt: string; codesLeft: number } | null
  isRequired: boolean
}
/** What the server answers, by what was asked. */
type Answered = Offer & { recoveryCodes: string[] }
type Offer = { offer: string; secret: string; uri: string }

const moment = (stamp: string): string =>
  new Date(stamp).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' })

const standingAt = async (address: string): Promise<Standing | undefined> => {
  const answer = await fetch(`${address}/sign-in`).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as Standing) : undefined
}

/** On the page of somebody who works here: where they are signed in, and their second factor. */
export const SignInSafety = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { config } = useConfig()
  const [standing, setStanding] = useState<Standing>()
  const [offer, setOffer] = useState<Offer>()
  const [codes, setCodes] = useState<string[]>()
  const [code, setCode] = useState('')
  const [refusal, setRefusal] = useState('')
  const address = `${config.routes.api}/users/${id}`
  const look = async () => setStanding(await standingAt(address))
  useEffect(() => {
    if (!id || !user) return undefined
    let isGone = false
    void standingAt(address).then((found) => (isGone ? undefined : setStanding(found)))
    return () => {
      isGone = true
    }
  }, [id, user, address])
  if (!id || !standing) return null

  const ask = async (path: string, fields: object, done: (body: Answered) => void) => {
    const answer = await postTo<Answered>(`${address}/${path}`, fields)
    setRefusal(answer.ok ? '' : answer.message)
    setCode('')
    if (!answer.ok) return
    done(answer.body)
    await look()
  }
  const showCodes = ({ recoveryCodes }: { recoveryCodes: string[] }) => {
    setOffer(undefined)
    setCodes(recoveryCodes)
  }
  const { isOwn, sessions, factor, isRequired } = standing
  const others = sessions.filter(({ isThis }) => !isThis).length
  return (
    <section aria-labelledby="sign-in-safety" className="field-type sign-in-safety">
      <h2 id="sign-in-safety">Signing in</h2>
      {sessions.length > 0 && (
        <>
          <table>
            <caption>Signed in now</caption>
            <thead>
              <tr>
                <th scope="col">Since</th>
                <th scope="col">At most until</th>
                <th scope="col">
                  <span className="visually-hidden">End it</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <tr key={session.id}>
                  <td>{moment(session.createdAt)}</td>
                  <td>{moment(session.expiresAt)}</td>
                  <td>
                    {session.isThis ? (
                      'This one'
                    ) : (
                      <Button
                        buttonStyle="secondary"
                        margin={false}
                        onClick={() => void ask('sign-in/end', { session: session.id }, () => undefined)}
                        size="small"
                      >
                        End it
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {others > 1 && (
            <Button
              buttonStyle="secondary"
              margin={false}
              onClick={() => void ask('sign-in/end', { session: 'others' }, () => undefined)}
              size="small"
            >
              {isOwn ? 'End all others' : 'End all'}
            </Button>
          )}
        </>
      )}
      <p>
        {factor
          ? `A second factor is set up since ${moment(factor.confirmedAt)}; ${factor.codesLeft} recovery codes are left.`
          : isRequired
            ? 'A second factor is required, and is set up at the next sign-in.'
            : 'No second factor is set up. Whoever learns the password gets in.'}
      </p>
      {codes && <RecoveryCodes codes={codes} />}
      {isOwn && !factor && !offer && (
        <Button buttonStyle="secondary" onClick={() => void ask('second-factor/offer', {}, setOffer)}>
          Set up a second factor
        </Button>
      )}
      {offer && <SetUpApp secret={offer.secret} uri={offer.uri} />}
      {isOwn && (offer || factor) && <CodeInput id="own-code" onChange={setCode} value={code} />}
      {offer && (
        <Button onClick={() => void ask('second-factor/accept', { offer: offer.offer, code }, showCodes)} type="button">
          Use this app from now on
        </Button>
      )}
      {isOwn && factor && (
        <div className="sign-in-safety__ways">
          <Button buttonStyle="secondary" onClick={() => void ask('second-factor/codes', { code }, showCodes)}>
            New recovery codes
          </Button>
          {!isRequired && (
            <Button
              buttonStyle="secondary"
              onClick={() => void ask('second-factor/remove', { code }, () => setCodes(undefined))}
            >
              Sign in without it
            </Button>
          )}
        </div>
      )}
      {!isOwn && factor && (
        <Button
          buttonStyle="secondary"
          onClick={() => void ask('second-factor/reset', {}, () => undefined)}
          type="button"
        >
          Take the second factor away, because it is lost
        </Button>
      )}
      {refusal && <p role="alert">{refusal}</p>}
    </section>
  )
}
