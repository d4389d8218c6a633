import type { CollectionConfig } from 'payload'
import { content } from '../fields/content.ts'
import { contacts, day, graceMinutes, order, paragraph, sentence, slug } from '../fields/index.ts'
import { options } from '../values/options.ts'
import { refuseDeadEnds } from './hooks.ts'
import { parts } from './parts.ts'
import { DIFFER_LABELS, NEEDED_LABELS, REVIEWERS_LABELS } from './states.ts'

export const Credentials: CollectionConfig = {
  slug: 'credentials',
  ...content,
  defaultSort: 'order',
  admin: {
    group: 'Programs',
    useAsTitle: 'title',
    defaultColumns: ['title', 'stackName', '_status'],
    description: 'Micro-credentials: what is handed in, how it is judged, and what passes.',
  },
  hooks: { beforeValidate: [refuseDeadEnds] },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Prospectus',
          fields: [
            sentence('title', 'As it stands on the badge.', { required: true, maxLength: 160 }),
            sentence('summary', 'One sentence for lists and search.', { required: true, maxLength: 240 }),
            paragraph('keyMethod', 'The method the credential recognizes.', true),
            {
              type: 'row',
              fields: [
                sentence('stackName', 'The stack it belongs to.'),
                {
                  name: 'stackSize',
                  type: 'number',
                  min: 1,
                  max: 50,
                  admin: { description: 'How many credentials the stack has.' },
                },
              ],
            },
            {
              name: 'components',
              type: 'array',
              labels: { singular: 'Component', plural: 'Components' },
              admin: { description: 'The steps of the method, in order.' },
              fields: [sentence('title', '', { required: true }), paragraph('text', '', true)],
            },
          ],
        },
        {
          label: 'Research and resources',
          fields: [
            {
              name: 'research',
              type: 'array',
              labels: { singular: 'Study', plural: 'Studies' },
              fields: [
                { name: 'citation', type: 'textarea', required: true },
                { name: 'url', type: 'text', maxLength: 500 },
                paragraph('note', 'What it found, in our own words.'),
              ],
            },
            {
              name: 'resources',
              type: 'array',
              fields: [
                { name: 'title', type: 'text', required: true },
                { name: 'url', type: 'text', maxLength: 500 },
              ],
            },
          ],
        },
        {
          label: 'Parts',
          fields: [
            parts,
            {
              type: 'row',
              fields: [
                day('submitUntil', 'The last day to send work in, until midnight. Empty: at any time.', {
                  label: 'Send until',
                }),
                graceMinutes,
              ],
            },
            {
              name: 'keepMonths',
              type: 'number',
              required: true,
              defaultValue: 12,
              min: 1,
              max: 120,
              label: 'Months evidence is kept',
              admin: {
                description:
                  'Counted from the last time anything happened to the work, unless it waits for you; then its files are deleted. People are told before they send.',
              },
            },
            paragraph(
              'consent',
              'What a person confirms about everyone who can be seen or heard in the evidence. Empty: our own words.',
            ),
            paragraph('ownWork', 'What a person confirms about the work being their own. Empty: our own words.'),
          ],
        },
        {
          label: 'Judging',
          fields: [
            {
              name: 'levels',
              type: 'array',
              required: true,
              minRows: 2,
              labels: { singular: 'Level', plural: 'Levels' },
              admin: { description: 'From the highest to the lowest.' },
              fields: [
                {
                  type: 'row',
                  fields: [
                    sentence('name', '', { required: true }),
                    {
                      name: 'points',
                      type: 'number',
                      min: 0,
                      max: 100,
                      admin: {
                        description: 'Where points are counted. Empty: 0 for the lowest, one more for each above.',
                      },
                    },
                  ],
                },
              ],
            },
            {
              name: 'criteria',
              type: 'array',
              labels: { singular: 'Criterion', plural: 'Criteria' },
              admin: { description: 'The rows of the rubric.' },
              fields: [
                sentence('name', '', { required: true }),
                {
                  name: 'levels',
                  type: 'array',
                  labels: { singular: 'Level', plural: 'Levels' },
                  admin: { description: 'One description for each level, in the same order.' },
                  fields: [paragraph('text', '', true)],
                },
              ],
            },
            {
              name: 'passRule',
              type: 'group',
              admin: { description: 'What earns the credential. Onramp computes the outcome from this.' },
              fields: [
                {
                  name: 'passParts',
                  type: 'number',
                  hasMany: true,
                  label: 'Parts judged pass or not yet',
                  admin: { description: 'Their numbers.' },
                },
                {
                  name: 'scoredPart',
                  type: 'number',
                  label: 'Part scored with the rubric',
                  admin: { description: 'Every component of it is judged on every criterion.' },
                },
                sentence('requiredLevel', 'The level each of them has to reach, by name.'),
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'needed',
                      type: 'select',
                      defaultValue: 'all',
                      label: 'What is needed of the scores',
                      options: options(NEEDED_LABELS),
                    },
                    {
                      name: 'atLeast',
                      type: 'number',
                      min: 1,
                      max: 2000,
                      label: 'At least so many',
                      admin: { condition: (_, rule) => rule?.needed === 'some' || rule?.needed === 'points' },
                    },
                  ],
                },
                paragraph('note', 'How the source is read, where it contradicts itself.'),
              ],
            },
            {
              type: 'row',
              fields: [
                { name: 'attempts', type: 'number', min: 1, max: 20, label: 'Submissions before a coach helps' },
                { name: 'reviewDays', type: 'number', min: 1, max: 90, label: 'Business days until an answer' },
                {
                  name: 'appealDays',
                  type: 'number',
                  min: 1,
                  max: 90,
                  label: 'Business days for an appeal',
                  admin: { description: 'Counted from the answer. Empty: nobody can appeal.' },
                },
              ],
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'reviewers',
                  type: 'select',
                  label: 'Reviewers for each submission',
                  required: true,
                  defaultValue: '1',
                  options: options(REVIEWERS_LABELS),
                },
                {
                  name: 'differ',
                  type: 'select',
                  defaultValue: 'any',
                  label: 'Two reviewers differ where',
                  options: options(DIFFER_LABELS),
                },
                {
                  name: 'validMonths',
                  type: 'number',
                  min: 1,
                  max: 240,
                  label: 'Months the award is valid',
                  admin: { description: 'Empty: no end date.' },
                },
              ],
            },
            {
              name: 'commentBank',
              type: 'textarea',
              localized: true,
              label: 'Sentences reviewers can begin with',
              admin: {
                description: 'One on each line. They are offered beside each comment, to be put into one’s own words.',
              },
            },
            {
              name: 'strategies',
              type: 'relationship',
              relationTo: 'strategies',
              hasMany: true,
              admin: { description: 'What the badge is aligned to. Named on the badge.' },
            },
          ],
        },
      ],
    },
    contacts,
    order,
    slug('title'),
  ],
}
