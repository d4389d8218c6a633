'use client'
import { useAuth, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { CodeInput } from './SecondFactor.tsx'
import { signIn } from './signing-in.ts'

/** Signs in where somebody is, so that what they typed stays. Not a form of its own: it stands inside of one. */
export const SignInAgain = ({ onDone }: { onDone: () => void }) => {
  const { config } = useConfig()
  const { user } = useAuth()
  const [email, setEmail] = useState(user?.email ?? '')
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState('')
  const [code, setCode] = useState('')
  const [asks, setAsks] = useState(false)
  const send = async () => {
    const answer = await signIn(config.routes.api, { email, password, ...(asks && { code }) })
    if (answer.ok) return onDone()
    setAsks(Boolean(answer.asks))
    setRefusal(answer.message)
  }
  return (
    <>
      <p>
        <b>Your sign-in has ended.</b> What you typed is still here. Sign in again to save it.
      </p>
      <label>
        E-mail{' '}
        <input autoComplete="username" onChange={(event) => setEmail(event.target.value)} type="email" value={email} />
      </label>
      <label>
        Password{' '}
        <input
          autoComplete="current-password"
          onChange={(event) => setPassword(event.target.value)}
          type="password"
          value={password}
        />
      </label>
      {asks && <CodeInput id="again-code" onChange={setCode} value={code} />}
      <button onClick={() => void send()} type="button">
        Sign in and save
      </button>
      {refusal && <output>{refusal}</output>}
    </>
  )
}
