'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import type { ChangeEvent } from 'react'

type Props = TextFieldClientProps & { type: 'date' | 'time' }

const NativeField = ({ field, path, type, readOnly }: Props) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<string>({ path })
  const id = `field-${path.replace(/\W/g, '__')}`
  return (
    <div className={`field-type text${showError ? ' error' : ''}`} style={{ flex: '1 1 9rem' }}>
      <FieldLabel htmlFor={id} label={field.label} localized={field.localized} required={field.required} />
      <div className="field-type__wrap">
        <FieldError message={errorMessage} path={path} showError={showError} />
        <input
          aria-invalid={showError}
          disabled={readOnly || disabled}
          id={id}
          onChange={(event: ChangeEvent<HTMLInputElement>) => setValue(event.target.value)}
          type={type}
          value={value ?? ''}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

/** A calendar day as text, entered with the browser's own date field. */
export const DayField = (props: Omit<Props, 'type'>) => <NativeField {...props} type="date" />

/** A time of day as text, entered with the browser's own time field. */
export const TimeField = (props: Omit<Props, 'type'>) => <NativeField {...props} type="time" />
