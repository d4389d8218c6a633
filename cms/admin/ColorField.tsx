'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'

type Props = TextFieldClientProps

/** A color as text, with the browser's color picker beside it. */
export const ColorField = ({ field, path, readOnly }: Props) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<string>({ path })
  const id = `field-${path.replace(/\W/g, '__')}`
  const off = readOnly || disabled
  return (
    <div className={`field-type text${showError ? ' error' : ''}`} style={{ flex: '1 1 9rem' }}>
      <FieldLabel htmlFor={id} label={field.label} required={field.required} />
      <div className="field-type__wrap" style={{ display: 'flex', gap: '0.5rem' }}>
        <FieldError message={errorMessage} path={path} showError={showError} />
        <input
          aria-label="Pick a color"
          disabled={off}
          onChange={(event) => setValue(event.target.value)}
          style={{ flex: 'none', padding: 2, width: '3rem' }}
          type="color"
          value={/^#[0-9a-f]{6}$/i.test(value ?? '') ? value : '#000000'}
        />
        <input
          disabled={off}
          id={id}
          onChange={(event) => setValue(event.target.value)}
          type="text"
          value={value ?? ''}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
