'use client'
import { useAuth, useConfig } from '@payloadcms/ui'
import { useState } from 'react'

/** Signs in where somebody is, so that what they typed stays. Not a form of its own: it stands inside of one. */
export const SignInAgain = ({ onDone }: { onDone: () => void }) => {
  const { config } = useConfig()
  const { user } = useAuth()
  const [email, setEmail] = useState(user?.email ?? '')
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState('')
  const signIn = async () => {
    const answer = await fetch(`${config.routes.api}/${config.admin.user}/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    if (answer.ok) return onDone()
    const { errors } = (await answer.json().catch(() => ({}))) as { errors?: { message: string }[] }
    setRefusal(errors?.[0]?.message ?? 'This did not work. Try again.')
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
      <button onClick={() => void signIn()} type="button">
        Sign in and save
      </button>
      {refusal && <output>{refusal}</output>}
    </>
  )
}
