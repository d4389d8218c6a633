export const AUDIENCES = ['teachers', 'leaders', 'support-staff', 'substitutes', 'teams', 'everyone'] as const
export type Audience = (typeof AUDIENCES)[number]

/** How the courses of a prerequisite group count: every one, or any single one. */
export const GROUP_KINDS = ['all', 'any'] as const

/** The eight topics of a cultural competency training (Minn. R. 8710.0310). */
export const TOPICS = [
  'racial-cultural-socioeconomic',
  'american-indian-alaska-native',
  'religion',
  'systemic-racism',
  'gender-identity',
  'sexual-orientation',
  'language-diversity',
  'disabilities-mental-health',
] as const
export type Topic = (typeof TOPICS)[number]

/** What a place costs whoever pays the members' price. */
export const PRICES = ['none', 'below-100', 'below-250', 'more', 'on-request'] as const
export type PriceBand = (typeof PRICES)[number]

/**
 * Letters of the categories of clock hours (Minn. R. 8710.7200). Their words are not printed: a committee assigns them.
 */
export const LICENSE_CATEGORIES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const

export const AUDIENCE_LABELS = {
  teachers: 'Teachers',
  leaders: 'Leaders',
  'support-staff': 'Support staff',
  substitutes: 'Substitute teachers',
  teams: 'Teams',
  everyone: 'Everyone',
} satisfies Record<Audience, string>

export const TOPIC_LABELS = {
  'racial-cultural-socioeconomic': 'Racial, cultural and socioeconomic groups',
  'american-indian-alaska-native': 'American Indian and Alaska Native students',
  religion: 'Religion',
  'systemic-racism': 'Systemic racism',
  'gender-identity': 'Gender identity, including transgender students',
  'sexual-orientation': 'Sexual orientation',
  'language-diversity': 'Language diversity',
  'disabilities-mental-health': 'Individuals with disabilities and mental health concerns',
} satisfies Record<Topic, string>
