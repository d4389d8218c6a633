import type { GlobalConfig } from 'payload'
import { anyStaff, staff } from '../access/index.ts'
import { auditSettings } from '../kernel/panel-audit.ts'
import { AGENCY } from './view.ts'

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
      'Who we are, as it stands on statements, badges and certificates. What is issued already keeps what it says.',
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 160, defaultValue: AGENCY.name },
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
