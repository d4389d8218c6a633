import type { CollectionConfig, Field } from 'payload'
import { anyone, anyStaff, field, nobody, staff } from '../access/index.ts'
import { day } from '../fields/index.ts'
import { refusalOfMailboxes } from '../values/mailboxes.ts'
import { options } from '../values/options.ts'
import { auditSaves } from '../kernel/panel-audit.ts'
import { keepWhileReferred } from './hooks.ts'
import { ORGANIZATION_KIND_LABELS } from './states.ts'

const saved = auditSaves('organization', 'Organization')

export const Organizations: CollectionConfig = {
  slug: 'organizations',
  access: { create: staff('registrar'), read: anyone, update: staff('registrar'), delete: staff() },
  hooks: {
    beforeDelete: [keepWhileReferred],
    afterChange: [saved.afterChange],
    afterDelete: [saved.afterDelete],
  },
  defaultSort: 'name',
  admin: {
    group: 'Desk',
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'member', 'hosting'],
    description: 'Districts, agencies and colleges people work for. Only their names and membership are public.',
  },
  fields: [
    { name: 'name', type: 'text', required: true, unique: true, maxLength: 160 },
    { name: 'kind', type: 'select', required: true, options: options(ORGANIZATION_KIND_LABELS) },
    {
      type: 'row',
      fields: [
        {
          name: 'member',
          type: 'checkbox',
          defaultValue: false,
          label: 'Member of the collaborative',
          admin: { description: 'Its employees take part at the member rate.' },
        },
        {
          name: 'hosting',
          type: 'checkbox',
          defaultValue: false,
          label: 'Hosts substitute teachers',
          admin: {
            description: 'It has agreed in advance to pay all costs of the people it hosts, no-show fees included.',
          },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'blanketPromise',
          type: 'checkbox',
          defaultValue: false,
          label: 'Has promised for everyone it hosts',
          access: { read: field(anyStaff) },
          admin: { description: 'Without this, each person it hosts is a case until the desk has its word for them.' },
        },
        {
          ...day('blanketUntil', 'The last session day it is for. Empty: until it is withdrawn.', {
            label: 'The promise holds until',
          }),
          access: { read: field(anyStaff) },
        } as Field,
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'inactive',
          type: 'checkbox',
          defaultValue: false,
          label: 'Not offered any more',
          admin: { description: 'Nobody can choose it. What it owes is billed as before.' },
        },
        // Where what is still to be billed goes; set at the desk, under Organizations.
        {
          name: 'mergedInto',
          type: 'relationship',
          relationTo: 'organizations',
          index: true,
          admin: { readOnly: true, description: 'The organization that took it over.' },
          access: { read: field(anyStaff), create: field(nobody), update: field(nobody) },
        },
      ],
    },
    // Names that people typed and that mean this organization, as keys of a payer; set at the desk, under Organizations.
    {
      name: 'payerKeys',
      type: 'json',
      defaultValue: [],
      admin: { hidden: true },
      access: { read: field(staff('registrar')), create: field(nobody), update: field(nobody) },
    },
    {
      name: 'otherNames',
      type: 'textarea',
      maxLength: 6000,
      label: 'Also called',
      access: { read: field(anyStaff) },
      admin: {
        description:
          'Short names, its schools, its web addresses, one on each line. They are covered in work that is read blind; the full name and its initials are covered anyway.',
      },
    },
    {
      type: 'row',
      fields: [
        { name: 'city', type: 'text', maxLength: 80 },
        { name: 'state', type: 'text', maxLength: 2, admin: { description: 'Two letters.' } },
      ],
    },
    {
      name: 'contact',
      type: 'group',
      access: { read: field(anyStaff), create: field(staff('registrar')), update: field(staff('registrar')) },
      admin: { description: 'Whom the desk writes to. Staff only.' },
      fields: [
        { name: 'name', type: 'text', maxLength: 120 },
        { name: 'email', type: 'email' },
        { name: 'phone', type: 'text', maxLength: 40 },
      ],
    },
    {
      name: 'billing',
      type: 'group',
      access: { read: field(staff('registrar')), create: field(staff('registrar')), update: field(staff('registrar')) },
      admin: { description: 'What stands on its statements. Staff only.' },
      fields: [
        {
          name: 'email',
          type: 'text',
          maxLength: 500,
          validate: (value: unknown) => refusalOfMailboxes(value as string | null) ?? true,
          admin: { description: 'Several with commas: each gets the statements. Empty: the contact’s.' },
        },
        { name: 'address', type: 'textarea', maxLength: 400 },
        {
          name: 'termsDays',
          type: 'number',
          min: 0,
          max: 120,
          defaultValue: 35,
          label: 'Days to pay',
          admin: { description: 'Minn. Stat. 471.425: 35 where the board meets monthly, 45 for others.' },
        },
        { name: 'purchaseOrder', type: 'text', maxLength: 60, label: 'Standing purchase order' },
        {
          name: 'references',
          type: 'textarea',
          maxLength: 400,
          label: 'Its references',
          admin: {
            description:
              'Such as “Vendor number 4711” or “Cost center 20-640”, one on each line. Printed on statements.',
          },
        },
      ],
    },
  ],
}
