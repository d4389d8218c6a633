'use client'
import { Button, useConfig } from '@payloadcms/ui'
import { useState } from 'react'

/** Sends a letter to whoever presses it, and says what the mail server answered. */
export const TestLetter = () => {
  const { config } = useConfig()
  const [answer, setAnswer] = useState('')
  const send = async () => {
    setAnswer('Sending…')
    const sent = await fetch(`${config.routes.api}/test-letter`, { method: 'POST' }).catch(() => undefined)
    const { said } = ((await sent?.json().catch(() => ({}))) ?? {}) as { said?: string }
    setAnswer(said ?? 'This did not work. Try again.')
  }
  return (
    <output>
      <Button buttonStyle="secondary" onClick={() => void send()} size="small">
        Send the letter
      </Button>
      {answer}
    </output>
  )
}
