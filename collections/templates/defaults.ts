import { APPLICATIONS } from './defaults/applications.ts'
import { CHANGES } from './defaults/changes.ts'
import { MONEY } from './defaults/money.ts'
import { SEATS } from './defaults/seats.ts'
import { WORK } from './defaults/work.ts'
import type { Wording } from './placeholders.ts'
import type { MessageKind } from './states.ts'

/**
 * The words every message begins with, in the format of collections/messages/render.ts. Written into an empty database for
 * staff to change, and used wherever none are published.
 */
export const DEFAULTS: Readonly<Record<MessageKind, Wording>> = {
  ...SEATS,
  ...CHANGES,
  ...MONEY,
  ...APPLICATIONS,
  ...WORK,
}
