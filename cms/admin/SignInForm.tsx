'use client'
import { Button, Link, useConfig } from '@payloadcms/ui'
import { useState, type FormEvent } from 'react'
import { LabeledInput } from './LabeledInput.tsx'
import { CodeInput, RecoveryCodes, SetUpApp } from './SecondFactor.tsx'
import { signIn, type SignedIn } from './signing-in.ts'

/** Password first, then the second factor where there is one, or where the role needs one. */
export const SignInForm = ({ goOn }: { goOn: string }) => {
  const { config } = useConfig()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<SignedIn>()
  const asks = answer?.ok === false ? answer.asks : undefined
  // The whole page anew: everything in it is for whoever is signed in.
  const leave = () => window.location.assign(goOn)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const offer = asks?.offer
    const next = await signIn(config.routes.api, { email, password, ...(asks && { code }), ...(offer && { offer }) })
    setCode('')
    setBusy(false)
    if (next.ok && !next.recoveryCodes) return leave()
    setAnswer(next)
  }
  if (answer?.ok)
    return (
      <div className="login__form">
        <RecoveryCodes codes={answer.recoveryCodes ?? []} />
        <Button onClick={leave} size="large">
          I have kept them, go on
        </Button>
      </div>
    )
  return (
    <form className="login__form" onSubmit={(event) => void send(event)}>
      {answer && (
        <p className="login__said" role="alert">
          {answer.message}
        </p>
      )}
      <div className="login__form__inputWrap">
        {!asks && (
          <>
            <LabeledInput
              autoComplete="username"
              id="field-email"
              label="Email"
              name="email"
              onValue={setEmail}
              required
              type="email"
              value={email}
            />
            <LabeledInput
              autoComplete="current-password"
              id="field-password"
              label="Password"
              name="password"
              onValue={setPassword}
              required
              type="password"
              value={password}
            />
          </>
        )}
        {asks?.secret && asks.uri && <SetUpApp secret={asks.secret} uri={asks.uri} />}
        {asks && <CodeInput id="field-code" onChange={setCode} value={code} />}
      </div>
      {!asks && (
        <Link href={`${config.routes.admin}${config.admin.routes.forgot}`} prefetch={false}>
          Forgot password?
        </Link>
      )}
      <Button disabled={isBusy} size="large" type="submit">
        {asks ? 'Sign in with this code' : 'Login'}
      </Button>
    </form>
  )
}
