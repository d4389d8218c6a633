'use client'
import { useFormFields } from '@payloadcms/ui'
import { PLACEHOLDERS } from '#collections/templates/placeholders.ts'
import { USES } from '#collections/templates/uses.ts'
import type { MessageKind } from '#collections/templates/states.ts'

/** Beside a message text: everything it can fill in, what that means, and which of it may not be left out. */
export const Placeholders = () => {
  const kind = useFormFields(([fields]) => fields['kind']?.value) as MessageKind | undefined
  const use = kind && USES[kind]
  if (!use) return null
  return (
    <section className="field-type" aria-labelledby="placeholders-title" style={{ marginBlockStart: '1.5rem' }}>
      <h3 id="placeholders-title" style={{ fontSize: '1.1rem', marginBlockEnd: '0.5rem' }}>
        What this message can fill in
      </h3>
      <dl style={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '0.35rem 1.25rem', margin: 0 }}>
        {use.may.map((name) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>
              <code>{`{{${name}}}`}</code>
            </dt>
            <dd style={{ margin: 0 }}>
              {PLACEHOLDERS[name].meaning}
              {use.must.includes(name) && <strong> The body cannot do without it.</strong>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
