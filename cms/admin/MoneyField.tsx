'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { NumberFieldClientProps } from 'payload'
import { useState } from 'react'
import { centsFrom } from '#collections/values/money.ts'

type Props = NumberFieldClientProps

const UNREADABLE = 'Give an amount in dollars and cents, such as 125 or 1,250.50. The price is as it was.'

/** Empty: on request; NaN: no amount. The point of cents yet to be typed does no harm. */
const toCents = (typed: string): number | null => (typed.trim() === '' ? null : centsFrom(typed.replace(/\.$/, '')))

const toDollars = (cents: number | null | undefined): string =>
  typeof cents === 'number' ? (cents / 100).toFixed(2) : ''

/** Cents in the database, dollars in the panel. What is no amount changes nothing, stays to be mended, and says so. */
export const MoneyField = ({ field, path, readOnly }: Props) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<number | null>({ path })
  const [typed, setTyped] = useState<string>()
  const off = readOnly || disabled
  const isUnreadable = typed !== undefined && Number.isNaN(toCents(typed))
  const id = `field-${path.replace(/\W/g, '__')}`
  return (
    <div className={`field-type number${showError || isUnreadable ? ' error' : ''}`} style={{ flex: '1 1 9rem' }}>
      <FieldLabel
        htmlFor={id}
        label={`${typeof field.label === 'string' ? field.label : path} ($)`}
        required={field.required}
      />
      <div className="field-type__wrap">
        <FieldError
          message={isUnreadable ? UNREADABLE : errorMessage}
          path={path}
          showError={showError || isUnreadable}
        />
        <input
          disabled={off}
          id={id}
          inputMode="decimal"
          onBlur={() => !isUnreadable && setTyped(undefined)}
          onChange={(event) => {
            setTyped(event.target.value)
            const cents = toCents(event.target.value)
            if (!Number.isNaN(cents)) setValue(cents)
          }}
          placeholder={off ? '' : 'On request'}
          type="text"
          value={typed ?? toDollars(value)}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
