import type { CollectionConfig } from 'payload'
import { content } from '../fields/content.ts'
import { contacts, money, prose, sentence, slug, texts } from '../fields/index.ts'
import { keepFromDeletion, keepFromTrash, keepOnSite } from '../registrations/hooks.ts'
import { COURSE_EVALUATION_LABELS } from '../evaluations/states.ts'
import { options } from '../values/options.ts'
import { sayEvaluation } from '../evaluations/hooks.ts'
import { keepAskedFromDeletion, keepAskedFromTrash, keepAskedOnSite, refuseCycles, validateWay } from './hooks.ts'
import { AUDIENCE_LABELS, LICENSE_CATEGORIES, TOPIC_LABELS } from './states.ts'
import { renameSessions } from '../sessions/title.ts'
import { FORMAT_LABELS } from '../sessions/states.ts'

export const Courses: CollectionConfig = {
  slug: 'courses',
  ...content,
  defaultSort: 'title',
  admin: {
    group: 'Catalog',
    useAsTitle: 'title',
    defaultColumns: ['title', 'circles', 'format', 'clockMinutes', '_status'],
    listSearchableFields: ['title', 'summary', 'slug'],
    description: 'What is taught. Dates and seats are set in the sessions of a course.',
  },
  hooks: {
    beforeOperation: [keepOnSite('courses'), keepAskedOnSite],
    beforeValidate: [refuseCycles],
    beforeChange: [keepFromTrash('courses'), keepAskedFromTrash],
    afterChange: [renameSessions('course'), sayEvaluation],
    beforeDelete: [keepFromDeletion('courses'), keepAskedFromDeletion],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Prospectus',
          fields: [
            sentence('title', 'As it stands in the catalog.', { required: true, maxLength: 160 }),
            sentence('summary', 'One sentence for lists and search.', { required: true, maxLength: 200 }),
            prose('story', 'What happens, for whom, and what people take back to school.'),
            texts('outcomes', 'What people can do afterwards.', { singular: 'Outcome', plural: 'Outcomes' }),
            {
              name: 'image',
              type: 'upload',
              relationTo: 'media',
              admin: { description: 'Optional. Without one, the page draws a picture from the course’s circles.' },
            },
          ],
        },
        {
          label: 'Place in the framework',
          fields: [
            {
              name: 'circles',
              type: 'relationship',
              relationTo: 'circles',
              hasMany: true,
              required: true,
              minRows: 1,
              admin: { description: 'One, or several where circles overlap. They give the course its color and sign.' },
            },
            {
              name: 'strategies',
              type: 'relationship',
              relationTo: 'strategies',
              hasMany: true,
              admin: { description: 'The Reimagine Minnesota strategies this course works on.' },
            },
            {
              name: 'topics',
              type: 'select',
              hasMany: true,
              options: options(TOPIC_LABELS),
              admin: {
                description:
                  'The cultural competency topics covered (Minn. R. 8710.0310). They are printed on certificates.',
              },
            },
            {
              name: 'prerequisites',
              type: 'array',
              validate: validateWay,
              labels: { singular: 'Group', plural: 'Groups' },
              admin: { description: 'What has to be completed before. Every group must be met.', initCollapsed: false },
              fields: [
                {
                  name: 'kind',
                  type: 'radio',
                  required: true,
                  defaultValue: 'all',
                  options: [
                    { value: 'all', label: 'All of these' },
                    { value: 'any', label: 'Any one of these' },
                  ],
                },
                {
                  name: 'courses',
                  type: 'relationship',
                  relationTo: 'courses',
                  hasMany: true,
                  required: true,
                  minRows: 1,
                },
              ],
            },
            {
              name: 'equivalents',
              type: 'relationship',
              relationTo: 'courses',
              hasMany: true,
              admin: { description: 'Courses that count as this one where it is a prerequisite.' },
            },
          ],
        },
        {
          label: 'Facts',
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'format',
                  type: 'select',
                  required: true,
                  defaultValue: 'in-person',
                  options: options(FORMAT_LABELS),
                  admin: { width: '50%' },
                },
                {
                  name: 'clockMinutes',
                  type: 'number',
                  label: 'Minutes of instruction',
                  required: true,
                  min: 15,
                  max: 60_000,
                  admin: { width: '50%', description: 'Without meals and breaks. 60 minutes are one clock hour.' },
                },
              ],
            },
            {
              name: 'audience',
              type: 'select',
              hasMany: true,
              required: true,
              options: options(AUDIENCE_LABELS),
            },
            {
              type: 'row',
              fields: [
                money(
                  'memberRate',
                  'Member rate',
                  'For employees of member districts. Empty: on request. 0: no charge.',
                ),
                money('nonMemberRate', 'Non-member rate', 'For everyone else. Empty: on request. 0: no charge.'),
              ],
            },
            {
              name: 'instructors',
              type: 'text',
              maxLength: 300,
              label: 'Who teaches',
              admin: {
                description:
                  'Names, as they stand on the page and on certificates. A session that says otherwise has its own.',
              },
            },
            {
              name: 'licenseCategory',
              type: 'select',
              label: 'Category of the relicensure rule',
              options: [...LICENSE_CATEGORIES],
              admin: { description: 'The letter under which most committees count it. Printed on transcripts.' },
            },
            {
              name: 'licenseTopics',
              type: 'text',
              hasMany: true,
              maxRows: 12,
              maxLength: 120,
              label: 'Required topics of a license',
              admin: {
                description:
                  'Such as “Suicide prevention”, written the same in every course: hours on transcripts are added by it.',
              },
            },
            {
              name: 'evaluation',
              type: 'select',
              defaultValue: 'as-set',
              options: options(COURSE_EVALUATION_LABELS),
              admin: {
                description: 'What is asked is set for all courses, under Settings, Evaluation after a course.',
              },
            },
            contacts,
          ],
        },
      ],
    },
    slug('title'),
    {
      name: 'sessions',
      type: 'join',
      collection: 'sessions',
      on: 'course',
      defaultSort: 'startsAt',
      admin: { defaultColumns: ['title', 'startsAt', 'capacity', 'status'], description: 'Dated runs of this course.' },
    },
  ],
}
