import type { Field, GlobalConfig } from 'payload'
import { anyStaff, staff } from '../access/index.ts'
import { auditSettings } from '../kernel/panel-audit.ts'
import { PERIODS, type PeriodName } from './retention.ts'

const period = (name: PeriodName): Field => ({
  name,
  type: 'number',
  min: 1,
  max: 240,
  label: PERIODS[name].label,
  admin: { description: `${PERIODS[name].description} Empty: for good.` },
})

/** For how long we keep what about people. What is over is erased each night; the desk shows it first. */
export const Retention: GlobalConfig = {
  slug: 'retention',
  label: 'How long records are kept',
  access: { read: anyStaff, update: staff(), readVersions: anyStaff },
  versions: { max: 50 },
  hooks: { afterChange: [auditSettings('retention', 'How long records are kept')] },
  admin: {
    group: 'Settings',
    description:
      'In months. What is over is erased each night; look first at the desk, under Reports, Records that are over. Money is kept in any case.',
  },
  fields: (Object.keys(PERIODS) as PeriodName[]).map(period),
}
