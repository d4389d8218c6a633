'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { NumberFieldClientProps } from 'payload'
import { useState } from 'react'

type Props = NumberFieldClientProps

const toDollars = (cents: number | null | undefined): string =>
  typeof cents === 'number' ? (cents / 100).toFixed(2) : ''

const toCents = (dollars: string): number | null => {
  const clean = dollars.replace(/[$,\s]/g, '')
  return /^\d+(\.\d{0,2})?$/.test(clean) ? Math.round(Number(clean) * 100) : null
}

/** Cents in the database, dollars in the panel. */
export const MoneyField = ({ field, path, readOnly }: Props) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<number | null>({ path })
  const [typed, setTyped] = useState<string>()
  const off = readOnly || disabled
  const id = `field-${path.replace(/\W/g, '__')}`
  return (
    <div className={`field-type number${showError ? ' error' : ''}`} style={{ flex: '1 1 9rem' }}>
      <FieldLabel
        htmlFor={id}
        label={`${typeof field.label === 'string' ? field.label : path} ($)`}
        required={field.required}
      />
      <div className="field-type__wrap">
        <FieldError message={errorMessage} path={path} showError={showError} />
        <input
          disabled={off}
          id={id}
          inputMode="decimal"
          onBlur={() => setTyped(undefined)}
          onChange={(event) => {
            setTyped(event.target.value)
            setValue(toCents(event.target.value))
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
