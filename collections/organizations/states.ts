export const ORGANIZATION_KIND_LABELS = {
  district: 'School district',
  agency: 'Regional or state agency',
  college: 'College or university',
  charter: 'Charter school',
  community: 'Community organization',
  other: 'Other',
}
export type OrganizationKind = keyof typeof ORGANIZATION_KIND_LABELS
