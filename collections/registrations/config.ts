import type { CollectionConfig } from 'payload'
import { nobody, staff } from '../access/index.ts'
import { readable } from '../fields/reading.ts'
import { options } from '../values/options.ts'
import {
  ACCEPTANCE_LABELS,
  CANCELER_LABELS,
  GATE_LABELS,
  MAILBOX_LABELS,
  ORDER_STATE_LABELS,
  PARTICIPATION_LABELS,
  PAYER_KIND_LABELS,
  PERMISSION_LABELS,
  SOURCE_LABELS,
  STATUS_LABELS,
} from './states.ts'

/**
 * One person, one session. Every field lies in the document itself, none in a table beside it, so that one write is one
 * statement. Nobody edits a registration: it changes through the verbs in actions.ts.
 */
export const Registrations: CollectionConfig = {
  slug: 'registrations',
  access: { create: nobody, read: staff('registrar'), update: nobody, delete: nobody },
  defaultSort: '-createdAt',
  lockDocuments: false,
  admin: {
    group: 'Desk',
    useAsTitle: 'title',
    defaultColumns: ['name', 'session', 'status', 'participation', 'gate', 'createdAt'],
    listSearchableFields: ['name', 'email'],
    description: 'Who registered for what. Open the roster of a session to change anything.',
    components: { edit: { beforeDocumentControls: ['/admin/DeskLink#RegistrationLink'] } },
  },
  fields: readable([
    { name: 'title', type: 'text', admin: { hidden: true } },
    {
      type: 'row',
      fields: [
        { name: 'session', type: 'relationship', relationTo: 'sessions', required: true, index: true },
        { name: 'person', type: 'relationship', relationTo: 'people', required: true, index: true },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'email', type: 'email', required: true, index: true },
      ],
    },
    // The application it came from, of a person or of a whole team.
    { name: 'application', type: 'relationship', relationTo: 'applications', index: true },
    { name: 'status', type: 'select', required: true, index: true, options: options(STATUS_LABELS) },
    // `<session>#<n>`; absent while no seat is held. The unique index is what keeps a seat from being taken twice.
    { name: 'seatKey', type: 'text', unique: true, admin: { hidden: true } },
    // `<session>#w<order>`; absent once canceled. Keeps two from having the same place in the order.
    { name: 'waitKey', type: 'text', unique: true, admin: { hidden: true } },
    // The seat that was given up, to see whether somebody else took it.
    { name: 'formerSeatKey', type: 'text', index: true, admin: { hidden: true } },
    // `<session>|<person>`; absent once canceled.
    { name: 'activeKey', type: 'text', unique: true, admin: { hidden: true } },
    // One filled-in form. Sent twice, it is answered twice and counted once.
    { name: 'attempt', type: 'text', unique: true, admin: { hidden: true } },
    { name: 'attemptHash', type: 'text', admin: { hidden: true } },
    {
      name: 'waitOrder',
      type: 'number',
      required: true,
      index: true,
      admin: { hidden: true },
    },
    {
      label: 'Employment and participation',
      type: 'collapsible',
      fields: [
        { name: 'participation', type: 'select', required: true, options: options(PARTICIPATION_LABELS) },
        {
          name: 'organization',
          type: 'relationship',
          relationTo: 'organizations',
          label: 'Employer',
        },
        { name: 'employer', type: 'text', label: 'Employer, not on the list' },
        { name: 'jobTitle', type: 'text', label: 'Job title' },
        {
          name: 'host',
          type: 'relationship',
          label: 'Member district that hosts or gave permission',
          relationTo: 'organizations',
        },
        {
          name: 'sponsor',
          type: 'group',
          fields: [
            { name: 'organization', type: 'relationship', relationTo: 'organizations' },
            { name: 'name', type: 'text' },
            { name: 'email', type: 'email' },
            { name: 'address', type: 'textarea' },
          ],
        },
        { name: 'letter', type: 'relationship', label: 'Permission letter', relationTo: 'files' },
        {
          name: 'permission',
          label: 'Permission or promise of the member district',
          type: 'group',
          fields: [
            { name: 'state', type: 'select', index: true, options: options(PERMISSION_LABELS) },
            { name: 'at', type: 'date', label: 'Since' },
            { name: 'reason', type: 'textarea', label: 'Why' },
            { name: 'decidedBy', type: 'relationship', relationTo: 'users' },
          ],
        },
        {
          name: 'order',
          label: 'Purchase order',
          type: 'group',
          fields: [
            {
              name: 'state',
              type: 'select',
              required: true,
              defaultValue: 'none',
              options: options(ORDER_STATE_LABELS),
            },
            { name: 'number', type: 'text', index: true },
            { name: 'dueAt', type: 'date', index: true, label: 'To come by' },
          ],
        },
        { name: 'needs', type: 'textarea' },
      ],
    },
    {
      label: 'Who pays',
      type: 'collapsible',
      fields: [
        {
          name: 'payer',
          type: 'group',
          fields: [
            { name: 'kind', type: 'select', required: true, options: options(PAYER_KIND_LABELS) },
            { name: 'organization', type: 'relationship', relationTo: 'organizations' },
            { name: 'name', type: 'text', required: true },
            { name: 'email', type: 'email' },
            { name: 'address', type: 'textarea' },
            { name: 'reason', type: 'text', required: true, label: 'Why this payer' },
            { name: 'correctedAt', type: 'date', label: 'Corrected' },
            { name: 'refusedBy', type: 'text', label: 'Who did not pay' },
            { name: 'refusedReason', type: 'textarea', label: 'What it told us' },
          ],
        },
        {
          name: 'agreed',
          type: 'json',
          label: 'What the person agreed to',
          required: true,
          admin: { components: { Field: '/admin/Records#Agreed' } },
        },
      ],
    },
    {
      label: 'How the terms were accepted',
      type: 'collapsible',
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'acceptance', type: 'select', index: true, label: 'Terms', options: options(ACCEPTANCE_LABELS) },
            { name: 'acceptedAt', type: 'date', label: 'Accepted' },
            { name: 'answerBy', type: 'date', index: true, label: 'Answer to come by' },
          ],
        },
        // A colleague who was asked to take the seat, and has not answered yet.
        { name: 'asked', type: 'json', label: 'Colleague who was asked', admin: { hidden: true } },
        // Single days that colleagues have taken over, each with what the colleague agreed to.
        { name: 'handedOn', type: 'json', label: 'Days that went to colleagues', admin: { hidden: true } },
        // Whose seat it is a day of, for a colleague who has some days only.
        { name: 'sharesSeatOf', type: 'relationship', relationTo: 'registrations', index: true },
      ],
    },
    {
      label: 'Prerequisites',
      type: 'collapsible',
      fields: [
        {
          name: 'gate',
          type: 'select',
          label: 'Prerequisites',
          required: true,
          index: true,
          defaultValue: 'none',
          options: options(GATE_LABELS),
        },
        { name: 'gateStatement', type: 'textarea', label: 'What the person wrote' },
        { name: 'gateReason', type: 'textarea', label: 'Why it was granted or refused' },
        { name: 'gateDecidedBy', label: 'Decided by', type: 'relationship', relationTo: 'users' },
        { name: 'gateDecidedAt', label: 'Decided', type: 'date' },
      ],
    },
    {
      label: 'Offer, cancellation, consents',
      type: 'collapsible',
      fields: [
        { name: 'offerUntil', type: 'date', label: 'Offered until', index: true },
        { name: 'canceledAt', type: 'date', label: 'Canceled' },
        { name: 'canceledBy', type: 'select', label: 'Canceled by', options: options(CANCELER_LABELS) },
        { name: 'canceledFrom', type: 'select', label: 'Before that', options: options(STATUS_LABELS) },
        { name: 'cancelReason', type: 'textarea', label: 'Why' },
        {
          name: 'formerly',
          type: 'json',
          label: 'Who handed the seat on',
          admin: { components: { Field: '/admin/Records#Formerly' } },
        },
        { name: 'mediaRelease', type: 'checkbox', label: 'Media release', required: true, defaultValue: false },
        { name: 'mailingList', type: 'checkbox', label: 'Mailing list', required: true, defaultValue: false },
      ],
    },
    {
      label: 'Where the form came from',
      type: 'collapsible',
      fields: [
        { name: 'mailbox', type: 'select', label: 'Mailbox', options: options(MAILBOX_LABELS) },
        // A keyed hash of the network address, and when; both are taken away after two weeks.
        { name: 'cameFrom', type: 'text', index: true, label: 'Address, as a code' },
        { name: 'cameAt', type: 'date', index: true, label: 'Came in' },
        { name: 'tellsOfEnd', type: 'text', admin: { hidden: true } },
      ],
    },
    { name: 'note', type: 'textarea', label: 'Note of the desk' },
    {
      name: 'source',
      type: 'select',
      label: 'Registered through',
      required: true,
      defaultValue: 'web',
      options: options(SOURCE_LABELS),
    },
    // The sessions it was for before, with the seats that were given up there.
    { name: 'movedFrom', type: 'json', admin: { hidden: true } },
    // The days as the person was last notified of them, so that each change is written about once.
    { name: 'notifiedDays', type: 'textarea', admin: { hidden: true } },
    // Raised by every write; links and changes that were made for an older state no longer fit.
    { name: 'revision', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
    { name: 'linkVersion', type: 'number', required: true, defaultValue: 1, admin: { hidden: true } },
    // The days that a cancellation came too late for, once that was worked out.
    { name: 'lateDays', type: 'json', admin: { hidden: true } },
  ]),
}
