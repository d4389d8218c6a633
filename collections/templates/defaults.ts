import { APPLICATIONS } from './default-applications.ts'
import { CHANGES } from './default-changes.ts'
import { MONEY } from './default-money.ts'
import { PERMISSIONS } from './default-permissions.ts'
import { REVIEWS } from './default-reviews.ts'
import { SEATS } from './default-seats.ts'
import { SUBSCRIPTIONS } from './default-subscriptions.ts'
import { WORK } from './default-work.ts'
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
  ...PERMISSIONS,
  ...APPLICATIONS,
  ...SUBSCRIPTIONS,
  ...WORK,
  ...REVIEWS,
}
