import type { CollectionSlug, Payload } from 'payload'
import {
  aCircle,
  aCollaborative,
  aContact,
  aCourse,
  aCredential,
  aHoliday,
  aNotice,
  anOrganization,
  aPage,
  aPicture,
  aPolicy,
  aRecommendation,
  aSession,
  aStaffMember,
  aStrategy,
} from './builders.ts'

type Example = { data: object; file?: Awaited<ReturnType<typeof aPicture>> }
type Related = { circle: string; course: string; user: string }

let kept = 0

/** A document that can be saved, for every collection there is: Payload's own ones too. */
export const EXAMPLES: Record<CollectionSlug, (related: Related) => Example | Promise<Example>> = {
  circles: () => ({ data: aCircle() }),
  courses: ({ circle }) => ({ data: aCourse({ circles: [circle] }) }),
  sessions: ({ course }) => ({ data: aSession({ course }) }),
  strategies: () => ({ data: aStrategy() }),
  recommendations: () => ({ data: aRecommendation() }),
  collaboratives: () => ({ data: aCollaborative() }),
  credentials: () => ({ data: aCredential() }),
  pages: () => ({ data: aPage() }),
  policies: () => ({ data: aPolicy() }),
  contacts: () => ({ data: aContact() }),
  notices: () => ({ data: aNotice() }),
  media: async () => ({ data: { alt: 'One color' }, file: await aPicture('picture.png') }),
  organizations: () => ({ data: anOrganization() }),
  holidays: () => ({ data: aHoliday() }),
  users: () => ({ data: aStaffMember('reviewer') }),
  'payload-kv': () => ({ data: { key: `key-${(kept += 1)}`, data: {} } }),
  'payload-jobs': () => ({ data: { taskSlug: 'schedulePublish', input: {} } }),
  'payload-locked-documents': ({ course, user }) => ({
    data: { document: { relationTo: 'courses', value: course }, user: { relationTo: 'users', value: user } },
  }),
  'payload-preferences': ({ user }) => ({
    data: { key: `key-${(kept += 1)}`, value: {}, user: { relationTo: 'users', value: user } },
  }),
  'payload-migrations': () => ({ data: { name: `migration-${(kept += 1)}`, batch: 1 } }),
}

/** What examples of other documents point to. */
export const relatedTo = async (payload: Payload): Promise<Related> => {
  const all = { depth: 0, overrideAccess: true } as const
  const circle = await payload.create({ collection: 'circles', data: aCircle(), ...all })
  const course = await payload.create({ collection: 'courses', data: aCourse({ circles: [circle.id] }), ...all })
  const user = await payload.create({ collection: 'users', data: aStaffMember('reviewer'), ...all })
  return { circle: circle.id, course: course.id, user: user.id }
}
