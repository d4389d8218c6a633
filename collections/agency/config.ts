import type { Field, GlobalConfig } from 'payload'
import { anyStaff, staff } from '../access/index.ts'
import { auditSettings } from '../kernel/panel-audit.ts'
import { validateColor } from '../circles/policy.ts'
import { AGENCY } from './view.ts'

const picture = (name: string, label: string, description: string): Field => ({
  name,
  type: 'upload',
  relationTo: 'media',
  label,
  admin: { width: '33%', description },
})

/** Who we are, as it stands on statements, badges and certificates. */
export const Agency: GlobalConfig = {
  slug: 'agency',
  label: 'Our agency',
  access: { read: anyStaff, update: staff(), readVersions: anyStaff },
  versions: { max: 50 },
  hooks: { afterChange: [auditSettings('agency', 'Our agency')] },
  admin: {
    group: 'Settings',
    description:
      'Who we are, as it stands on every page, on letters, statements, badges and certificates. What is issued already keeps what it says.',
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 160,
      defaultValue: AGENCY.name,
      admin: { description: 'In full, as it stands on letters, statements, certificates and in search results.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'shortName',
          type: 'text',
          label: 'Short name',
          maxLength: 40,
          admin: { width: '50%', description: 'At the top of every page and behind its title. Empty: the whole name.' },
        },
        {
          name: 'tagline',
          type: 'text',
          maxLength: 100,
          admin: { width: '50%', description: 'What you do, in a few words: behind the name in search results.' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        picture('logo', 'Logo', 'At the top of every page. Empty: a sign in the colors of your circles.'),
        picture('icon', 'Icon', 'A square picture for browser tabs. Empty: the same sign.'),
        picture('share', 'Share picture', 'Shown where a page without a picture of its own is shared.'),
      ],
    },
    {
      name: 'brand',
      type: 'text',
      label: 'Brand color',
      validate: (value: unknown) => !value || validateColor(value),
      admin: {
        description: 'Of buttons and of the line at the top. White text is set on it, so it has to be dark enough.',
        components: { Field: '/admin/ColorField#ColorField' },
      },
    },
    {
      name: 'address',
      type: 'textarea',
      required: true,
      maxLength: 400,
      defaultValue: AGENCY.address,
      admin: { description: 'Where checks and letters go, on several lines.' },
    },
    {
      name: 'taxId',
      type: 'text',
      label: 'Tax ID',
      maxLength: 40,
      admin: { description: 'Printed on statements once it is here.' },
    },
    {
      name: 'printsUnits',
      type: 'checkbox',
      label: 'Certificates print continuing education units',
      defaultValue: false,
      admin: {
        description:
          'Beside clock hours, by the definition of IACET: 1 CEU is 10 contact hours. Turn it on only if the agency may award them.',
      },
    },
  ],
}
