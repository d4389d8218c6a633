import type { Condition, Field } from 'payload'

type Values = Record<string, unknown> | undefined

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Fields that always have a value. A condition would make Payload take them for optional. */
const isSure = (field: Field): boolean =>
  'fields' in field ? field.fields.some(isSure) : 'required' in field && field.required === true

/** Whether anything in some fields has something to say. */
const hasAny = (fields: readonly Field[], values: Values): boolean =>
  fields.some((field) => {
    if (field.type === 'group' && 'name' in field) return hasAny(field.fields, values?.[field.name] as Values)
    if ('fields' in field) return hasAny(field.fields, values)
    return 'name' in field && isFilled(values?.[field.name])
  })

const whenFilled =
  (field: Field, condition: Condition = () => true): Condition =>
  (data, siblings, more) =>
    hasAny([field], siblings as Values) && Boolean(condition(data, siblings, more))

const asText = (field: Field): Field => {
  if (field.type === 'ui' || field.type === 'join' || field.admin?.hidden) return field
  const condition = isSure(field) ? field.admin?.condition : whenFilled(field, field.admin?.condition)
  if ('fields' in field)
    return { ...field, fields: readable(field.fields), admin: { ...field.admin, condition } } as Field
  // A list of Payload's names what was chosen, and what is pointed to, by itself.
  const cell = field.type === 'select' || field.type === 'relationship' ? {} : { Cell: '/admin/Reading#ReadingCell' }
  const components = { Field: '/admin/Reading#Reading', ...cell, ...field.admin?.components }
  return { ...field, admin: { ...field.admin, components, condition } } as Field
}

/** Fields nobody edits: shown as text a person reads, not as boxes that are switched off. What is empty is left out. */
export const readable = (fields: Field[]): Field[] => fields.map(asText)
