import type { CollectionConfig } from 'payload'
import { Circles } from './circles/config.ts'
import { Collaboratives } from './collaboratives/config.ts'
import { Contacts } from './contacts/config.ts'
import { Courses } from './courses/config.ts'
import { Credentials } from './credentials/config.ts'
import { Framework } from './framework/config.ts'
import { Holidays } from './holidays/config.ts'
import { mediaIn } from './media/config.ts'
import { Notices } from './notices/config.ts'
import { Organizations } from './organizations/config.ts'
import { Pages } from './pages/config.ts'
import { Policies } from './policies/config.ts'
import { Recommendations } from './recommendations/config.ts'
import { Sessions } from './sessions/config.ts'
import { Strategies } from './strategies/config.ts'
import { usersWith } from './users/config.ts'

/** Everything the system knows, in reading order. */
export const collectionsIn = (settings: { media: string; isSecure: boolean }): CollectionConfig[] => [
  Courses,
  Sessions,
  Circles,
  Strategies,
  Recommendations,
  Collaboratives,
  Credentials,
  Pages,
  Policies,
  Contacts,
  Notices,
  mediaIn(settings.media),
  Organizations,
  Holidays,
  usersWith(settings),
]

export const globals = [Framework]
