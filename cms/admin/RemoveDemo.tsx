'use client'
import { Button, useConfig } from '@payloadcms/ui'
import { useState } from 'react'

/** Asks once more, then takes the demo away and says so. */
export const RemoveDemo = () => {
  const { config } = useConfig()
  const [state, setState] = useState<'asked' | 'sure' | 'busy' | 'done' | 'failed'>('asked')
  const remove = async () => {
    setState('busy')
    const answer = await fetch(`${config.routes.api}/demo`, { method: 'DELETE' }).catch(() => undefined)
    setState(answer?.ok ? 'done' : 'failed')
  }
  if (state === 'done')
    return (
      <output>
        The demo is gone. <a href="/admin">To the dashboard</a>
      </output>
    )
  return (
    <output style={{ display: 'flex', gap: '1rem', alignItems: 'center' }}>
      {state === 'asked' && <Button onClick={() => setState('sure')}>Take the demo away</Button>}
      {state === 'sure' && (
        <>
          <span>This cannot be undone.</span>
          <Button onClick={() => void remove()}>Yes, take it away</Button>
          <Button buttonStyle="secondary" onClick={() => setState('asked')}>
            Keep it
          </Button>
        </>
      )}
      {state === 'busy' && <span>Taking it away…</span>}
      {state === 'failed' && <span>This did not work. What is left can be taken away by trying again.</span>}
    </output>
  )
}
