'use client'
import { Button, useConfig } from '@payloadcms/ui'
import { useState, type ComponentProps } from 'react'
import type { SeasonPlan } from '#collections/collaboratives/service/season.ts'
import { formatDay } from '#collections/values/day.ts'

type Name = 'season' | 'opensOn' | 'appliesUntil' | 'firstDay'
type Errors = Partial<Record<Name | 'form', string>>

const FIELDS: readonly { name: Name; label: string; help: string; type: string }[] = [
  { name: 'season', label: 'Season', help: 'What tells it from the last one, such as 2027–28.', type: 'text' },
  { name: 'opensOn', label: 'Applications open', help: 'Empty: at once.', type: 'date' },
  { name: 'appliesUntil', label: 'Apply until', help: 'Empty: no deadline.', type: 'date' },
  {
    name: 'firstDay',
    label: 'First live meeting',
    help: 'The others keep their distance from it. Empty where there are none.',
    type: 'date',
  },
]

const Field = ({
  name,
  label,
  help,
  type,
  error,
  ...rest
}: (typeof FIELDS)[number] & { error?: string } & ComponentProps<'input'>) => (
  <p>
    <label htmlFor={name}>
      <b>{label}</b>
    </label>
    <br />
    <span id={`${name}-help`}>{help}</span>
    {error && (
      <span id={`${name}-error`} style={{ color: 'var(--theme-error-500)', display: 'block' }}>
        {error}
      </span>
    )}
    <br />
    <input
      id={name}
      name={name}
      type={type}
      aria-describedby={error ? `${name}-help ${name}-error` : `${name}-help`}
      aria-invalid={error ? true : undefined}
      {...rest}
    />
  </p>
)

/** What the new season consists of: names, addresses, days, and the texts that still name dates. */
const Plan = ({ plan }: { plan: SeasonPlan }) => (
  <>
    {plan.program && (
      <p>
        Program: <b>{plan.program}</b>
      </p>
    )}
    <ul>
      {plan.copies.map(({ of, name, slug, meetings, closed, dated }, at) => (
        <li key={of.id}>
          <b>{plan.ids ? <a href={`/admin/collections/collaboratives/${plan.ids[at]}`}>{name}</a> : name}</b>, at
          /collaboratives/{slug}
          {meetings.length > 0 && (
            <ul>
              {meetings.map(({ days }) => (
                <li key={days.join()}>{days.map((day) => formatDay(day)).join('; ')}</li>
              ))}
            </ul>
          )}
          {closed.map(({ day, name: why }) => (
            <p key={day}>
              {formatDay(day)} is {why}: we are closed. Move this meeting.
            </p>
          ))}
          {dated.map(({ where, dates }) => (
            <p key={where}>
              {where} names {dates.join(', ')}. Look whether that is still so.
            </p>
          ))}
        </li>
      ))}
    </ul>
    <p>Left out: the notice on top of the page, and links to join meetings, which are given anew.</p>
  </>
)

/** Asks for the days, shows what would be made, and makes it. */
export const SeasonForm = ({ of }: { of: string }) => {
  const { config } = useConfig()
  const [form, setForm] = useState<Record<Name, string>>({ season: '', opensOn: '', appliesUntil: '', firstDay: '' })
  const [plan, setPlan] = useState<SeasonPlan>()
  const [errors, setErrors] = useState<Errors>({})
  const [isBusy, setBusy] = useState(false)
  const ask = async (path: string) => {
    setBusy(true)
    const answer = await fetch(`${config.routes.api}/season/${of}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(form),
    }).catch(() => undefined)
    const said = (await answer?.json().catch(() => undefined)) as { plan?: SeasonPlan; errors?: Errors } | undefined
    setBusy(false)
    setPlan(said?.plan)
    setErrors(said?.plan ? {} : (said?.errors ?? { form: 'This did not work. Try again.' }))
  }
  if (plan?.ids)
    return (
      <output>
        <h2>The drafts are made</h2>
        <Plan plan={plan} />
      </output>
    )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void ask('/plan')
      }}
    >
      {FIELDS.map((field) => (
        <Field
          key={field.name}
          {...field}
          error={errors[field.name]}
          value={form[field.name]}
          onChange={({ target }) => {
            setPlan(undefined)
            setForm({ ...form, [field.name]: target.value })
          }}
        />
      ))}
      <output>
        {errors.form && <p>{errors.form}</p>}
        {plan && <Plan plan={plan} />}
      </output>
      <Button type="submit" buttonStyle="secondary" disabled={isBusy}>
        Look at it first
      </Button>{' '}
      {plan && (
        <Button type="button" disabled={isBusy} onClick={() => void ask('')}>
          Make these drafts
        </Button>
      )}
    </form>
  )
}
