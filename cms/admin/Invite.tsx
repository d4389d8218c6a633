'use client'
import { Button, useAuth, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { ROLE_LABELS, ROLES, type Role } from '#collections/access/index.ts'
import { LabeledInput } from './LabeledInput.tsx'
import { postTo } from './signing-in.ts'

type Invited = { isSent: boolean; link?: string }

/** For admins, above the list of staff: somebody new, who chooses a password by a link. */
export const Invite = () => {
  const { config } = useConfig()
  const { user } = useAuth()
  const router = useRouter()
  const [email, setEmail] = useState('')
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [said, setSaid] = useState<{ refusal?: string; done?: Invited & { email: string } }>({})
  if (!(user?.['roles'] as string[] | undefined)?.includes('admin')) return null
  const invite = async () => {
    const answer = await postTo<Invited>(`${config.routes.api}/users/invite`, { email, name, roles })
    if (!answer.ok) return setSaid({ refusal: answer.message })
    setSaid({ done: { ...answer.body, email } })
    setEmail('')
    setName('')
    setRoles([])
    router.refresh()
  }
  const toggle = (role: Role) =>
    setRoles((chosen) => (chosen.includes(role) ? chosen.filter((one) => one !== role) : [...chosen, role]))
  return (
    <details className="invite" open={Boolean(said.refusal || said.done) || undefined}>
      <summary>Invite somebody</summary>
      <p>They get a letter with a link, good for three days, and choose a password of their own.</p>
      <LabeledInput id="invite-email" label="Email" onValue={setEmail} type="email" value={email} />
      <LabeledInput id="invite-name" label="Name" onValue={setName} type="text" value={name} />
      <fieldset>
        <legend>What they may do</legend>
        {ROLES.map((role) => (
          <label key={role}>
            <input checked={roles.includes(role)} onChange={() => toggle(role)} type="checkbox" /> {ROLE_LABELS[role]}
          </label>
        ))}
      </fieldset>
      <Button onClick={() => void invite()} type="button">
        Invite
      </Button>
      <output>
        {said.refusal}
        {said.done &&
          (said.done.link ? (
            <>
              No letter could be sent to {said.done.email}. Hand this link over, to nobody else:{' '}
              <code>{said.done.link}</code>
            </>
          ) : (
            `A letter is on its way to ${said.done.email}.`
          ))}
      </output>
    </details>
  )
}
