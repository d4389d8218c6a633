import {
  type CollectionSlug,
  type Field,
  type FieldHook,
  type NumberField,
  type PayloadRequest,
  type RelationshipField,
  type TextField,
  type TextFieldSingleValidation,
  slugField,
} from 'payload'
import { keepFormerAddress } from '../addresses/hooks.ts'
import { isDay, isTime } from '../values/day.ts'
import { GRACE_MINUTES } from '../values/grace.ts'
import { copyOf, isSlug, toSlug } from '../values/slug.ts'

type TextFieldValidationArgs = Parameters<TextFieldSingleValidation>[1]
type SlugRules = { reserved?: ReadonlySet<string> }

type Taken = { collection: CollectionSlug; id?: number | string; req: PayloadRequest }

/** Whether another document of the collection has this address already, also one that lies in the trash. */
const isTaken = async (slug: string, { collection, id, req }: Taken): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection,
    overrideAccess: true,
    req,
    trash: true,
    where: { and: [{ slug: { equals: slug } }, ...(id ? [{ id: { not_equals: id } }] : [])] },
  })
  return totalDocs > 0
}

/** The address of a copy: that of its original with “-copy”, or with the first number after it that is free. */
const addressOfCopy: FieldHook = async ({ value, collection, req }) => {
  const taken = (slug: string) => isTaken(slug, { collection: collection!.slug, req })
  for (let count = 1; ; count += 1) {
    const copy = copyOf(String(value), count)
    if (!(await taken(copy))) return copy
  }
}

const validateSlug =
  ({ reserved }: SlugRules): TextFieldSingleValidation =>
  async (value, args) => {
    if (!value) return 'Give an address: lowercase letters and digits, joined by hyphens.'
    if (!isSlug(value)) return 'Use lowercase letters and digits, joined by single hyphens, such as equity-in-math.'
    if (reserved?.has(value)) return `“${value}” leads to another part of the site. Choose another address.`
    if (
      args.event !== 'onChange' &&
      (await isTaken(value, { ...args, collection: args.collectionSlug as CollectionSlug }))
    )
      return `The address “${value}” is taken. Choose another one.`
    return true
  }

/** The public address of a document, made from its name and still editable. */
export const slug = (from: 'title' | 'name', rules: SlugRules = {}): Field =>
  slugField({
    useAsSlug: from,
    slugify: ({ valueToSlugify }) => toSlug(String(valueToSlugify ?? '')),
    overrides: (row) => ({
      ...row,
      fields: row.fields.map((field) =>
        'name' in field && field.name === 'slug'
          ? {
              ...field,
              validate: validateSlug(rules),
              hooks: { beforeDuplicate: [addressOfCopy], beforeChange: [keepFormerAddress] },
            }
          : field,
      ) as Field[],
    }),
  })

/** Formatted prose; features are set once, in cms/payload.config.ts. */
export const prose = (name: string, description: string): Field => ({
  name,
  type: 'richText',
  localized: true,
  admin: { description },
})

export const sentence = (name: string, description: string, options: Partial<TextField> = {}): Field =>
  ({ name, type: 'text', localized: true, admin: { description }, ...options }) as TextField

export const paragraph = (name: string, description: string, required = false): Field => ({
  name,
  type: 'textarea',
  localized: true,
  required,
  admin: { description },
})

/** A list of short texts, each its own row. */
export const texts = (name: string, description: string, label: { singular: string; plural: string }): Field => ({
  name,
  type: 'array',
  labels: label,
  admin: { description, initCollapsed: false },
  fields: [{ name: 'text', type: 'textarea', localized: true, required: true }],
})

/** A calendar day, kept as text ('2026-10-15') so that no time zone can move it. */
export const day = (
  name: string,
  description: string,
  options: { required?: boolean; label?: string; validate?: TextFieldSingleValidation } = {},
): Field => ({
  name,
  type: 'text',
  label: options.label,
  required: options.required,
  admin: { description, components: { Field: '/admin/DayField#DayField' } },
  validate: (value: string | null | undefined, args: TextFieldValidationArgs) => {
    if (!value) return options.required ? 'Choose a day.' : true
    if (!isDay(value)) return 'Choose a day of the calendar, such as 2026-10-15.'
    return options.validate?.(value, args) ?? true
  },
})

/** A time of day on the 24-hour clock ('08:30'), read in the session's own zone. */
export const time = (name: string, description: string): Field => ({
  name,
  type: 'text',
  required: true,
  admin: { description, components: { Field: '/admin/DayField#TimeField' } },
  validate: (value: unknown) =>
    (typeof value === 'string' && isTime(value)) ||
    'Give a time between 00:00 and 23:59, such as 08:30; for midnight at the end of a day 23:59 (11:59 PM).',
})

/** Money in cents. Empty means “on request”; 0 means free. The panel shows and takes dollars. */
export const money = (name: string, label: string, description: string): NumberField => ({
  name,
  type: 'number',
  label,
  min: 0,
  max: 100_000_000,
  admin: { description, components: { Field: '/admin/MoneyField#MoneyField', Cell: '/admin/MoneyCell#MoneyCell' } },
  validate: (value: unknown) =>
    value === null ||
    value === undefined ||
    (Number.isInteger(value) && Number(value) >= 0) ||
    'Give an amount in dollars and cents.',
})

/** Where a document stands in lists of its kind. */
export const order: NumberField = {
  name: 'order',
  type: 'number',
  required: true,
  defaultValue: 100,
  index: true,
  admin: { position: 'sidebar', description: 'Lower numbers come first.' },
}

export const contacts: RelationshipField = {
  name: 'contacts',
  type: 'relationship',
  relationTo: 'contacts',
  hasMany: true,
  admin: { description: 'Who answers questions, by role.' },
}

/** How long somebody who was already writing may still send after a deadline. */
export const graceMinutes: NumberField = {
  name: 'graceMinutes',
  type: 'number',
  label: 'Grace after the deadline',
  required: true,
  defaultValue: GRACE_MINUTES,
  min: 0,
  max: 1440,
  admin: { description: 'Minutes, for somebody whose draft was kept before the deadline. 0: none.' },
}
