'use client'
import type { InputHTMLAttributes } from 'react'

type Given = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange' | 'type' | 'value'> & {
  id: string
  label: string
  onValue: (value: string) => void
  type: 'email' | 'password' | 'text'
  value: string
}

/** A field of a form of ours, outside a document, as Payload's own look. */
export const LabeledInput = ({ label, onValue, ...input }: Given) => (
  <div className={`field-type ${input.type}`}>
    <label className="field-label" htmlFor={input.id}>
      {label}
    </label>
    <input {...input} onChange={(event) => onValue(event.target.value)} />
  </div>
)
