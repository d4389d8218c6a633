import type { GlobalConfig } from 'payload'
import { anyStaff, staff } from '../access/index.ts'
import { auditSettings } from '../kernel/panel-audit.ts'

/** How payers are reminded, what they can download, and who deposits checks. */
export const Billing: GlobalConfig = {
  slug: 'billing',
  label: 'Statements and checks',
  access: { read: anyStaff, update: staff(), readVersions: anyStaff },
  versions: { max: 50 },
  hooks: { afterChange: [auditSettings('billing', 'Statements and checks')] },
  admin: { group: 'Settings', description: 'What the office decides once about money.' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'remindAfter',
          type: 'number',
          min: 1,
          max: 180,
          label: 'Remind so many days after a statement was due',
          admin: {
            width: '50%',
            description: 'The desk lists whom to remind and shows each letter before it goes. Empty: nobody is listed.',
          },
        },
        {
          name: 'remindAgain',
          type: 'number',
          min: 7,
          max: 180,
          label: 'And again after so many days',
          admin: { width: '50%', description: 'For as long as something is owed. Empty: once.' },
        },
      ],
    },
    {
      name: 'needsSecond',
      type: 'checkbox',
      defaultValue: false,
      label: 'A second person agrees before a check is deposited',
      admin: { description: 'One registrar says what is kept of it and why, another one confirms.' },
    },
    {
      name: 'taxForm',
      type: 'upload',
      relationTo: 'downloads',
      label: 'Form W-9',
      admin: { description: 'Payers download it from their statement. Upload a newer one when it is signed anew.' },
    },
  ],
}
