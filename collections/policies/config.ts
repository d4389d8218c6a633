import type { CollectionConfig, Condition, TextField } from 'payload'
import { content } from '../fields/content.ts'
import { day, money, order, prose, sentence, slug, time } from '../fields/index.ts'
import { options } from '../values/options.ts'
import { isTime } from '../values/day.ts'
import { agreeWithNumbers, onePerDay } from './hooks.ts'
import { MISSED_DAY_LABELS, POLICY_KIND_LABELS } from './states.ts'

const ofKind =
  (...kinds: string[]): Condition =>
  (data) =>
    kinds.includes(data?.kind)

export const Policies: CollectionConfig = {
  slug: 'policies',
  ...content,
  defaultSort: 'order',
  hooks: {
    beforeChange: [agreeWithNumbers, onePerDay],
  },
  admin: {
    group: 'Site',
    useAsTitle: 'title',
    defaultColumns: ['title', 'kind', 'effectiveFrom', '_status'],
    description:
      'The rules people agree to: plain words first, the exact rule under them, and the numbers the site computes with.',
  },
  fields: [
    sentence('title', 'As it stands on the page.', { required: true }),
    sentence('summary', 'One sentence.', { required: true, maxLength: 240 }),
    { name: 'kind', type: 'select', required: true, options: options(POLICY_KIND_LABELS) },
    prose('plain', 'What it means, in plain words.'),
    prose('rule', 'The exact rule. People agree to this text when they register.'),
    day('effectiveFrom', 'The first day this text holds. It takes the place of the one before it of the same kind.', {
      label: 'In force from',
    }),
    {
      name: 'deadline',
      type: 'group',
      admin: {
        condition: ofKind('cancellation', 'guests'),
        description: 'The last moment to cancel free of charge, or to hand in a check.',
      },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'count', type: 'number', min: 0, max: 366, defaultValue: 5 },
            {
              name: 'unit',
              type: 'select',
              defaultValue: 'business',
              options: [
                { value: 'business', label: 'Business days' },
                { value: 'calendar', label: 'Calendar days' },
              ],
            },
            {
              name: 'mode',
              type: 'select',
              defaultValue: 'at-least',
              options: [
                { value: 'at-least', label: 'At least this many days before' },
                { value: 'more-than', label: 'More than this many days before' },
              ],
            },
            {
              name: 'cutoff',
              type: 'text',
              defaultValue: 'end-of-day',
              validate: (value: unknown) =>
                !value ||
                value === 'end-of-day' ||
                value === 'same-time' ||
                (typeof value === 'string' && isTime(value)) ||
                'Write end-of-day, same-time or a time such as 17:00.',
              admin: { description: 'end-of-day, same-time (as the session starts), or a time such as 17:00.' },
            },
          ],
        },
      ],
    },
    {
      type: 'row',
      admin: { condition: ofKind('cancellation', 'guests') },
      fields: [
        money('feePerDay', 'Amount per day', 'No-show fee, or the guest’s check.'),
        {
          name: 'missedDay',
          type: 'select',
          defaultValue: 'larger',
          label: 'A day missed without canceling costs',
          options: options(MISSED_DAY_LABELS),
          admin: { condition: ofKind('cancellation') },
        },
        {
          name: 'splitGapDays',
          type: 'number',
          min: 1,
          max: 365,
          label: 'Separate events from a gap of',
          admin: {
            condition: ofKind('cancellation'),
            description: 'Days of one session that lie this many days or more apart are canceled each by itself.',
          },
        },
        {
          name: 'substitution',
          type: 'checkbox',
          label: 'A colleague may come instead',
          admin: { condition: ofKind('cancellation') },
        },
      ],
    },
    {
      type: 'row',
      admin: { condition: ofKind('waitlist') },
      fields: [
        {
          name: 'offerHours',
          type: 'number',
          min: 1,
          max: 80,
          defaultValue: 8,
          label: 'Business hours a freed seat is held',
        },
        { ...time('officeOpens', ''), required: false, defaultValue: '08:00', label: 'The desk opens' } as TextField,
        { ...time('officeCloses', ''), required: false, defaultValue: '16:00', label: 'The desk closes' } as TextField,
      ],
    },
    {
      name: 'orderDays',
      type: 'number',
      min: 1,
      max: 60,
      defaultValue: 10,
      label: 'Business days a seat waits for a purchase order',
      admin: { condition: ofKind('billing') },
    },
    order,
    slug('title'),
  ],
}
