import type { CollectionConfig } from 'payload'
import { anyOf, integration, nobody, staff } from '../access/index.ts'
import { PAYER_KIND_LABELS } from '../registrations/states.ts'
import { readable } from '../fields/reading.ts'
import { options } from '../values/options.ts'
import { INVOICE_STATE_LABELS } from './states.ts'

/** Statements: one for each payer and month, numbered without gaps. Its lines are copies and never change. */
export const Invoices: CollectionConfig = {
  slug: 'invoices',
  labels: { singular: 'Statement', plural: 'Statements' },
  access: { create: nobody, read: anyOf(staff('registrar'), integration('billing')), update: nobody, delete: nobody },
  defaultSort: '-number',
  lockDocuments: false,
  admin: {
    group: 'Money',
    useAsTitle: 'number',
    defaultColumns: ['number', 'payerName', 'period', 'totalCents', 'paidCents', 'state', 'dueOn'],
    listSearchableFields: ['number', 'payerName'],
    description: 'One statement for each payer and month. Made, printed and paid at the desk, under Statements.',
    components: { edit: { beforeDocumentControls: ['/admin/DeskLink#InvoiceLink'] } },
  },
  fields: readable([
    { name: 'number', type: 'text', required: true, unique: true },
    // `<payer>|<month>`, so that making the statements of a month twice makes none twice.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    { name: 'state', type: 'select', required: true, index: true, options: options(INVOICE_STATE_LABELS) },
    { name: 'payerKey', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'payerKind', type: 'select', required: true, options: options(PAYER_KIND_LABELS) },
    { name: 'organization', type: 'relationship', relationTo: 'organizations' },
    { name: 'person', type: 'relationship', relationTo: 'people' },
    { name: 'payerName', type: 'text', required: true },
    { name: 'payerEmail', type: 'text' },
    { name: 'payerAddress', type: 'textarea' },
    {
      name: 'period',
      type: 'text',
      required: true,
      index: true,
      label: 'Month',
    },
    { name: 'issuedOn', type: 'text', required: true, label: 'Made' },
    { name: 'dueOn', type: 'text', required: true, index: true, label: 'Pay by' },
    { name: 'termsDays', type: 'number', required: true, label: 'Days to pay' },
    { name: 'purchaseOrder', type: 'text' },
    { name: 'lines', type: 'json', required: true, admin: { components: { Field: '/admin/Records#Lines' } } },
    { name: 'totalCents', type: 'number', required: true, label: 'Total' },
    { name: 'paidCents', type: 'number', required: true, defaultValue: 0, label: 'Paid' },
    {
      name: 'payments',
      type: 'json',
      required: true,
      defaultValue: [],
      admin: { components: { Field: '/admin/Records#Payments' } },
    },
    // Lines the payer says are wrong, with what was said; nobody is reminded of them.
    { name: 'disputes', type: 'json', admin: { hidden: true } },
    { name: 'references', type: 'textarea', label: 'References of the payer' },
    // What the desk finds it by: number, payer, purchase order and what its payments are called.
    { name: 'search', type: 'text', index: true, admin: { hidden: true } },
    { name: 'linkVersion', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
    { name: 'revision', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
  ]),
}
