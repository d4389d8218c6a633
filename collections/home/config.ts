import type { Field, GlobalConfig } from 'payload'
import { anyOf, anyStaff, publishedOnly, staff } from '../access/index.ts'
import { paragraph, sentence } from '../fields/index.ts'
import { auditSettings } from '../kernel/panel-audit.ts'
import { completeLink, refusalOfLink } from '../values/link.ts'

const leadsTo: Field = {
  name: 'path',
  type: 'text',
  label: 'Leads to',
  required: true,
  maxLength: 300,
  hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? completeLink(value) : value)] },
  validate: (value: string | null | undefined) => refusalOfLink(value) ?? true,
  admin: { description: 'A page of this site, such as /courses, or a whole address.' },
}

const rowLabel = { components: { RowLabel: '/admin/RowLabel#RowLabel' } }

/** What stands on the home page, and what leads from every page to others. */
export const Home: GlobalConfig = {
  slug: 'home',
  label: 'Home page, menu and footer',
  access: { read: anyOf(anyStaff, publishedOnly), update: staff('communications'), readVersions: anyStaff },
  versions: { drafts: { autosave: { interval: 800 }, schedulePublish: true }, max: 50 },
  hooks: { afterChange: [auditSettings('home', 'Home page, menu and footer')] },
  admin: { group: 'Site', description: 'What is left empty here is worked out from what is published.' },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Home page',
          fields: [
            sentence('title', 'The large words at the top. A few words, not a sentence.', { maxLength: 60 }),
            paragraph('lead', 'One or two sentences below them: what this is, and for whom.'),
            sentence('doorsTitle', 'Heading of the list of programs.', { maxLength: 60 }),
            paragraph('doorsLead', 'One sentence below it.'),
            {
              name: 'doors',
              type: 'array',
              label: 'Programs',
              labels: { singular: 'Program', plural: 'Programs' },
              maxRows: 8,
              admin: {
                description:
                  'In order, on the home page and at the foot of every page. Empty: what there is on the site.',
                ...rowLabel,
              },
              fields: [
                sentence('title', '', { required: true, maxLength: 60 }),
                paragraph('text', 'One or two sentences.', true),
                leadsTo,
              ],
            },
          ],
        },
        {
          label: 'Menu and footer',
          fields: [
            {
              name: 'menu',
              type: 'array',
              labels: { singular: 'Entry', plural: 'Entries' },
              maxRows: 8,
              admin: {
                description: 'In order, at the top of every page. Empty: what there is on the site.',
                ...rowLabel,
              },
              fields: [sentence('title', 'One word, or two.', { required: true, maxLength: 24 }), leadsTo],
            },
            paragraph('footer', 'One or two sentences at the foot of every page.'),
          ],
        },
        {
          label: 'Strategies',
          fields: [
            sentence('strategiesTitle', 'The heading of the page about strategies.', { maxLength: 80 }),
            paragraph('strategiesLead', 'The sentences below it.'),
            paragraph('strategiesSource', 'Whose work they are, if that has to be said.'),
          ],
        },
      ],
    },
  ],
}
