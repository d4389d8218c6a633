'use client'
import { Button, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

/** For admins, on the page of somebody who works here: a link to hand over, where no letter can be sent or none arrives. */
export const PasswordLink = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { config } = useConfig()
  const [said, setSaid] = useState<{ link?: string; refusal?: string }>({})
  if (!id || !(user?.['roles'] as string[] | undefined)?.includes('admin')) return null
  const make = async () => {
    const answer = await fetch(`${config.routes.api}/users/${id}/password-link`, { method: 'POST' })
    const { link, errors } = (await answer.json()) as { link?: string; errors?: { message: string }[] }
    setSaid(link ? { link } : { refusal: errors?.[0]?.message ?? 'This did not work. Try again.' })
  }
  return (
    <output className="field-type">
      <Button buttonStyle="secondary" onClick={() => void make()} type="button">
        Make a link to choose a password
      </Button>
      {said.link && (
        <p>
          Hand this over, to nobody else. It works once, for three days: <code>{said.link}</code>
        </p>
      )}
      {said.refusal && <p>{said.refusal}</p>}
    </output>
  )
}
