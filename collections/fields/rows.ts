import type { Field } from 'payload'

const LABEL = '/admin/RowLabel#RowLabel'

const withLabel = (field: Field): Field => {
  if (field.type === 'tabs')
    return { ...field, tabs: field.tabs.map((tab) => ({ ...tab, fields: rowsByText(tab.fields) })) }
  if (field.type === 'array') {
    const components = { RowLabel: LABEL, ...field.admin?.components }
    return { ...field, fields: rowsByText(field.fields), admin: { ...field.admin, components } }
  }
  return 'fields' in field ? { ...field, fields: rowsByText(field.fields) } : field
}

/** The same fields, with each row of a list called by its own text. */
export const rowsByText = (fields: readonly Field[]): Field[] => fields.map(withLabel)
