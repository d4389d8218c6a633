import type { CollectionConfig } from 'payload'
import { Addresses } from './addresses/config.ts'
import { Billing } from './agency/billing.ts'
import { Agency } from './agency/config.ts'
import { Applications } from './applications/config.ts'
import { Attendance } from './attendance/config.ts'
import { Awards } from './awards/config.ts'
import { Charges } from './charges/config.ts'
import { Circles } from './circles/config.ts'
import { Collaboratives } from './collaboratives/config.ts'
import { Contacts } from './contacts/config.ts'
import { Courses } from './courses/config.ts'
import { Credentials } from './credentials/config.ts'
import { Deliveries } from './deliveries/config.ts'
import { Deposits } from './deposits/config.ts'
import { downloadsIn } from './downloads/config.ts'
import { editedTogether } from './editing/config.ts'
import { Evaluation, EvaluationReceipts, Evaluations } from './evaluations/config.ts'
import { Events } from './events/config.ts'
import { filesIn } from './files/config.ts'
import { FollowUps } from './followups/config.ts'
import { Changes } from './changes/config.ts'
import { Leases } from './leases/config.ts'
import { Limits } from './limits/config.ts'
import { Framework } from './framework/config.ts'
import { Home } from './home/config.ts'
import { Holidays } from './holidays/config.ts'
import { Integrations } from './integrations/config.ts'
import { Invoices } from './invoices/config.ts'
import { mediaIn } from './media/config.ts'
import { Messages } from './messages/config.ts'
import { Notices } from './notices/config.ts'
import { Organizations } from './organizations/config.ts'
import { Pages } from './pages/config.ts'
import { People } from './people/config.ts'
import { Policies } from './policies/config.ts'
import { Recommendations } from './recommendations/config.ts'
import { Registrations } from './registrations/config.ts'
import { Retention } from './privacy/config.ts'
import { Reviews } from './reviews/config.ts'
import { Seals } from './seals/config.ts'
import { Selections } from './selections/config.ts'
import { Sessions } from './sessions/config.ts'
import { Strategies } from './strategies/config.ts'
import { Subscriptions } from './subscriptions/config.ts'
import { Submissions } from './submissions/config.ts'
import { Templates } from './templates/config.ts'
import { Safety, SecondFactors } from './users/second-factors.ts'
import { usersWith } from './users/config.ts'
import { Webhooks } from './webhooks/config.ts'

type Settings = { media: string; files: string; isSecure: boolean }

const listed = (settings: Settings): CollectionConfig[] => [
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
  Addresses,
  Templates,
  mediaIn(settings.media),
  downloadsIn(settings.media),
  Registrations,
  Attendance,
  Deposits,
  Applications,
  Selections,
  Submissions,
  Reviews,
  Awards,
  People,
  Organizations,
  Holidays,
  Messages,
  Subscriptions,
  filesIn(settings.files),
  Events,
  Evaluations,
  EvaluationReceipts,
  Seals,
  Charges,
  Invoices,
  usersWith(settings),
  Integrations,
  Webhooks,
  Deliveries,
  FollowUps,
  Changes,
  Leases,
  Limits,
  SecondFactors,
]

/** Everything the system knows, in reading order. */
export const collectionsIn = (settings: Settings): CollectionConfig[] => editedTogether(listed(settings))

export const globals = [Home, Framework, Agency, Evaluation, Billing, Retention, Safety]
