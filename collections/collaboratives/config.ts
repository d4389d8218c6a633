import type { CollectionConfig } from 'payload'
import { content } from '../fields/content.ts'
import { contacts, day, money, order, paragraph, prose, sentence, slug, texts } from '../fields/index.ts'
import { renameSessions } from '../sessions/title.ts'
import { options } from '../values/options.ts'
import { isTimeZone } from '../values/zone.ts'
import { applying } from './applying.ts'
import { KIND_LABELS, ON_CANCELED_LABELS } from './states.ts'

export const Collaboratives: CollectionConfig = {
  slug: 'collaboratives',
  ...content,
  hooks: { afterChange: [renameSessions('collaborative')] },
  defaultSort: 'order',
  admin: {
    group: 'Programs',
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'appliesUntil', '_status'],
    description:
      'Groups that learn together for a season: people or teams apply, and are selected. For the next season use “New season”: this one keeps its page, its applications and its places.',
    components: { edit: { beforeDocumentControls: ['/admin/DeskLink#NewSeason'] } },
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Prospectus',
          fields: [
            sentence('name', 'As the program calls it.', { required: true, maxLength: 160 }),
            {
              name: 'kind',
              type: 'radio',
              required: true,
              defaultValue: 'peer-collaborative',
              options: options(KIND_LABELS),
            },
            sentence(
              'program',
              'The program or partner behind it. Peer collaboratives of the same program share one application: name the season in it when there is a next one.',
            ),
            sentence('summary', 'One sentence for lists and search.', { required: true, maxLength: 240 }),
            paragraph('notice', 'Shown on top of the page, for example that applications are closed.'),
            prose('story', 'What participants do together.'),
            {
              name: 'outcomes',
              type: 'array',
              labels: { singular: 'Outcome', plural: 'Outcomes' },
              admin: { description: 'What it is meant to bring about.', initCollapsed: false },
              fields: [sentence('title', 'Optional short name.'), paragraph('text', '', true)],
            },
          ],
        },
        {
          label: 'Who and when',
          fields: [
            paragraph('audience', 'Whom it is for.'),
            texts('eligibility', 'What has to be true of everyone who applies.', {
              singular: 'Condition',
              plural: 'Conditions',
            }),
            texts('commitments', 'What participants promise to do.', { singular: 'Commitment', plural: 'Commitments' }),
            {
              type: 'row',
              fields: [
                day('opensOn', 'Applications open at the start of this day. Empty: at once.', {
                  label: 'Applications open',
                }),
                day('appliesUntil', 'The last day to apply, until midnight. Empty: no deadline.', {
                  label: 'Apply until',
                }),
                {
                  name: 'timeZone',
                  type: 'text',
                  required: true,
                  defaultValue: 'America/Chicago',
                  validate: (value: unknown) =>
                    (typeof value === 'string' && isTimeZone(value)) ||
                    'No time zone of that name. Use one such as America/Chicago.',
                },
              ],
            },
            {
              name: 'minimumSessions',
              type: 'number',
              label: 'Live sessions to attend at least',
              min: 1,
              max: 100,
              admin: { description: 'Empty: no minimum.' },
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'onCanceled',
                  type: 'select',
                  label: 'When we call a live session off',
                  required: true,
                  defaultValue: 'lowers-both',
                  options: options(ON_CANCELED_LABELS),
                },
                {
                  name: 'makeUps',
                  type: 'number',
                  label: 'Missed sessions that can be made up for',
                  required: true,
                  defaultValue: 0,
                  min: 0,
                  max: 100,
                },
              ],
            },
          ],
        },
        { label: 'Applying', fields: applying },
        {
          label: 'Places and price',
          fields: [
            {
              name: 'capacity',
              type: 'number',
              label: 'Places',
              min: 1,
              max: 10_000,
              admin: { description: 'Teams or persons, as the kind says. Empty: limited, but not by a fixed number.' },
            },
            money(
              'price',
              'Price',
              'For a whole team or for one person, as the kind says. Empty: on request. 0: no charge.',
            ),
            paragraph('placesNote', 'Why places are limited, how people are chosen.'),
            contacts,
          ],
        },
      ],
    },
    order,
    slug('name'),
    {
      name: 'sessions',
      type: 'join',
      collection: 'sessions',
      on: 'collaborative',
      defaultSort: 'startsAt',
      admin: { defaultColumns: ['title', 'startsAt', 'status'], description: 'Dated meetings.' },
    },
  ],
}
