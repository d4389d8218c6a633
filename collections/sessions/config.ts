import type { CollectionConfig } from 'payload'
import { anyOf, anyStaff, field, published, staff } from '../access/index.ts'
import { content, typedSlowly } from '../fields/content.ts'
import { FORMAT_LABELS, SESSION_STATUS_LABELS } from './states.ts'
import { day, paragraph, sentence, time } from '../fields/index.ts'
import { keepBegunDays } from '../registrations/begun-days.ts'
import { keepFromDeletion, keepFromTrash, keepOnSite, keepParent } from '../registrations/hooks.ts'
import { moveDays, rememberDays } from '../registrations/moved-days.ts'
import { options } from '../values/options.ts'
import { isTimeZone } from '../values/zone.ts'
import { deriveSpan, refuseBadDays, refuseTwoParents, takeFormat, validateDayInOrder, validateParent } from './hooks.ts'

export const Sessions: CollectionConfig = {
  slug: 'sessions',
  ...content,
  versions: typedSlowly,
  access: {
    create: staff('communications', 'registrar'),
    read: anyOf(anyStaff, published),
    update: staff('communications', 'registrar'),
    delete: staff('communications', 'registrar'),
    readVersions: anyStaff,
  },
  defaultSort: '-startsAt',
  admin: {
    group: 'Catalog',
    useAsTitle: 'title',
    defaultColumns: ['title', 'startsAt', 'capacity', 'status', '_status'],
    listSearchableFields: ['title'],
    description:
      'Dated runs of a course or of a collaborative. Each has one or more days with their own hours and place.',
    components: { edit: { beforeDocumentControls: ['/admin/DeskLink#SessionLink'] } },
  },
  hooks: {
    beforeOperation: [keepOnSite('sessions')],
    beforeValidate: [refuseTwoParents, refuseBadDays],
    beforeChange: [keepFromTrash('sessions'), keepParent, rememberDays, keepBegunDays, takeFormat, deriveSpan],
    afterChange: [moveDays],
    beforeDelete: [keepFromDeletion('sessions')],
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'course',
          type: 'relationship',
          relationTo: 'courses',
          index: true,
          validate: validateParent,
          admin: { width: '50%', description: 'The course this is a run of …' },
        },
        {
          name: 'collaborative',
          type: 'relationship',
          relationTo: 'collaboratives',
          index: true,
          admin: { width: '50%', description: '… or the collaborative it belongs to. One of the two.' },
        },
      ],
    },
    {
      name: 'days',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 60,
      labels: { singular: 'Day', plural: 'Days' },
      admin: {
        description: 'In order. Days that lie weeks or months apart are separate events for cancellation.',
        initCollapsed: false,
      },
      fields: [
        {
          type: 'row',
          fields: [
            day('date', '', { required: true, label: 'Day', validate: validateDayInOrder }),
            time('startTime', ''),
            time('endTime', ''),
            {
              name: 'breakMinutes',
              type: 'number',
              required: true,
              defaultValue: 0,
              min: 0,
              max: 600,
              admin: { description: 'Meals and breaks, left out of clock hours.' },
            },
            {
              name: 'canceled',
              type: 'checkbox',
              defaultValue: false,
              label: 'Day canceled',
              admin: { description: 'Everyone is told; nobody owes a fee for it.' },
            },
          ],
        },
        {
          type: 'row',
          fields: [
            sentence('place', 'Building and room, as people look for it.', { maxLength: 160 }),
            { name: 'address', type: 'text', maxLength: 240, admin: { description: 'Street, city, state, ZIP.' } },
            {
              name: 'online',
              type: 'text',
              label: 'Online link',
              maxLength: 500,
              access: { read: field(anyStaff) },
              validate: (value: string | null | undefined) =>
                !value || /^https:\/\/\S+$/.test(value) || 'Give a link that begins with https://.',
              admin: { description: 'Sent to people who hold a seat. Never on public pages.' },
            },
          ],
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'timeZone',
          type: 'text',
          required: true,
          defaultValue: 'America/Chicago',
          validate: (value: unknown) =>
            (typeof value === 'string' && isTimeZone(value)) ||
            'No time zone of that name. Use one such as America/Chicago or America/New_York.',
          admin: { width: '50%', description: 'The clock the hours above are read on.' },
        },
        {
          name: 'format',
          type: 'select',
          required: true,
          options: options(FORMAT_LABELS),
          admin: { width: '50%', description: 'Empty: as its course is held.' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'capacity',
          type: 'number',
          min: 0,
          max: 100_000,
          admin: { width: '50%', description: 'Seats in all. Empty: no limit.' },
        },
        {
          name: 'seatsReserved',
          type: 'number',
          label: 'Seats promised elsewhere',
          required: true,
          defaultValue: 0,
          min: 0,
          max: 100_000,
          admin: {
            width: '50%',
            description: 'Seats of these that are taken outside this site, for example by a hosting district.',
          },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        day('opensOn', 'Registration opens at the start of this day. Empty: at once.', { label: 'Registration opens' }),
        day('closesOn', 'Registration closes at the end of this day. Empty: when the session starts.', {
          label: 'Registration closes',
        }),
      ],
    },
    {
      name: 'instructors',
      type: 'text',
      maxLength: 300,
      label: 'Who teaches',
      admin: { description: 'Names, as they stand on the page and on certificates. Empty: as the course says.' },
    },
    paragraph('note', 'Anything people must know before they choose this session.'),
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'scheduled',
      options: options(SESSION_STATUS_LABELS),
      admin: { position: 'sidebar' },
    },
    {
      ...paragraph('cancelReason', 'Shown to the public beside “Canceled”.'),
      admin: { position: 'sidebar', condition: (data) => data?.status === 'canceled' },
    } as ReturnType<typeof paragraph>,
    // It names the course, which may still be a draft.
    { name: 'title', type: 'text', access: { read: field(anyStaff) }, admin: { hidden: true } },
    { name: 'startsAt', type: 'date', index: true, admin: { hidden: true } },
    { name: 'endsAt', type: 'date', index: true, admin: { hidden: true } },
  ],
}
