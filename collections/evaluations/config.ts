import type { CollectionConfig, GlobalConfig } from 'payload'
import { anyStaff, nobody, staff } from '../access/index.ts'
import { auditSettings } from '../kernel/panel-audit.ts'
import { options } from '../values/options.ts'
import { DEFAULT_QUESTIONS } from './policy.ts'
import { QUESTION_KIND_LABELS, QUESTION_KINDS } from './states.ts'

/** What is asked after a course, of whom, and what depends on it. */
export const Evaluation: GlobalConfig = {
  slug: 'evaluation',
  label: 'Evaluation after a course',
  access: { read: anyStaff, update: staff('communications', 'registrar'), readVersions: anyStaff },
  versions: { max: 50 },
  hooks: { afterChange: [auditSettings('evaluation', 'Evaluation after a course')] },
  admin: {
    group: 'Settings',
    description:
      'Who attended is asked by a letter with a link once the last day is over. Answers are anonymous; results are at the desk, under Reports.',
  },
  fields: [
    {
      name: 'isAsked',
      type: 'checkbox',
      defaultValue: false,
      label: 'Ask for an evaluation after each course',
      admin: { description: 'A course can say otherwise, under Facts.' },
    },
    {
      name: 'isRequired',
      type: 'checkbox',
      defaultValue: false,
      label: 'A certificate comes only after the evaluation',
      admin: { description: 'Not asked of people without a mailbox. A course can say otherwise.' },
    },
    {
      name: 'days',
      type: 'number',
      required: true,
      defaultValue: 14,
      min: 3,
      max: 90,
      label: 'Days until results are shown',
      admin: { description: 'Answers that come later are shown with those of the next so many days.' },
    },
    {
      name: 'questions',
      type: 'array',
      minRows: 1,
      maxRows: 20,
      labels: { singular: 'Question', plural: 'Questions' },
      defaultValue: DEFAULT_QUESTIONS.map(({ kind, text, options }) => ({ kind, text, options: [...options] })),
      admin: { description: 'A question with other words is another question in the results.' },
      fields: [
        { name: 'text', type: 'text', required: true, maxLength: 300 },
        {
          name: 'kind',
          type: 'select',
          required: true,
          defaultValue: QUESTION_KINDS[0],
          options: options(QUESTION_KIND_LABELS),
          label: 'Answered by',
        },
        {
          name: 'options',
          type: 'text',
          hasMany: true,
          maxRows: 10,
          label: 'Answers to choose from',
          validate: (value: unknown, { siblingData }: { siblingData: unknown }) =>
            (siblingData as { kind?: string }).kind !== 'choice' ||
            (Array.isArray(value) && value.length > 1) ||
            'Give at least two answers to choose from.',
          admin: { condition: (_, siblings) => siblings?.['kind'] === 'choice' },
        },
      ],
    },
  ],
}

/** How often each answer was given in one round; never who gave it. Read by the desk, which shows no group that is too small. */
export const Evaluations: CollectionConfig = {
  slug: 'evaluations',
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  lockDocuments: false,
  admin: { hidden: true },
  fields: [
    // `<unit>#<end of the round>`
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'unit', type: 'text', required: true, index: true },
    { name: 'title', type: 'text', required: true },
    { name: 'year', type: 'number', required: true, index: true },
    { name: 'startsOn', type: 'text', required: true },
    { name: 'closesAt', type: 'date', required: true },
    { name: 'tally', type: 'json', required: true },
    { name: 'revision', type: 'number', required: true },
  ],
}

/** That somebody has answered: so that they are asked once, and their certificate comes. What they answered is not here. */
export const EvaluationReceipts: CollectionConfig = {
  slug: 'evaluation-receipts',
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  lockDocuments: false,
  admin: { hidden: true },
  fields: [
    // The registration: one answer for each.
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'registration', type: 'relationship', relationTo: 'registrations', required: true, index: true },
    { name: 'session', type: 'relationship', relationTo: 'sessions', required: true, index: true },
  ],
}
