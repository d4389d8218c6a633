/**
 * The demo content as plain data. One file per noun; relations are slugs; `Prose` is markdown (paragraphs, `##` headings,
 * lists, bold, links) that the seeder turns into rich text. Field names are those of the collections, so a second
 * language can mirror each file.
 */
import type { Pattern, Shape } from '#collections/circles/states.ts'
import type { Audience, Topic } from '#collections/courses/states.ts'
import type { Format } from '#collections/sessions/states.ts'
import type { Day, Time } from '#collections/values/day.ts'

type Slug = string
/** Markdown. */
type Prose = string
/** Integer cents; 0 is free, null is on request. */
type Cents = number
/** One row of a list of texts. */
type Line = { text: string }

export type CircleContent = {
  name: string
  slug: Slug
  color: `#${string}`
  shape: Shape
  pattern: Pattern
  order: number
  summary: string
  story: Prose
}

export type FrameworkContent = {
  title: string
  intro: string
  protocolTitle: string
  protocolText: string
  resultTitle: string
  resultText: string
  visionTitle: string
  visionIntro: string
  vision: Line[]
}

export type PrerequisiteGroup = { kind: 'all' | 'any'; courses: Slug[] }

export type CourseContent = {
  title: string
  slug: Slug
  summary: string
  story: Prose
  outcomes: Line[]
  audience: Audience[]
  format: Format
  circles: Slug[]
  strategies: Slug[]
  prerequisites: PrerequisiteGroup[]
  equivalents: Slug[]
  /** Instruction without meals and breaks; every session of the course adds up to it. */
  clockMinutes: number
  memberRate: Cents | null
  nonMemberRate: Cents | null
  topics: Topic[]
  contacts: Slug[]
  image: null
}

/** A day of the calendar, or a number of days from the day of seeding (negative: before it). */
export type When = { date: Day; offset?: undefined } | { offset: number; date?: undefined }
/** 1 is Monday, 5 is Friday. */
export type Weekday = 1 | 2 | 3 | 4 | 5

export type DayPlan = When & {
  startTime: Time
  endTime: Time
  breakMinutes: number
  place?: string
  address?: string
  online?: string
}

/** A session before its days are known; `sessionOn` in dates.ts settles them. */
export type SessionPlan = {
  /** Names the plan, so that seeding twice finds the session it made. */
  key: string
  course?: Slug
  collaborative?: Slug
  /** The weekday each run of days begins on; without it, the first working day. */
  weekday?: Weekday
  days: DayPlan[]
  timeZone: string
  format: Format
  capacity: number | null
  seatsReserved: number
  /** First and last day to register; null: at once, and until the session starts. */
  opensOn: When | null
  closesOn: When | null
  status: 'scheduled' | 'canceled'
  cancelReason: string | null
  note: string | null
}

type SessionDay = {
  date: Day
  startTime: Time
  endTime: Time
  breakMinutes: number
  place?: string
  address?: string
  online?: string
}

/** A session as it is stored, on real days. */
export type SessionContent = Omit<SessionPlan, 'days' | 'weekday' | 'opensOn' | 'closesOn'> & {
  days: SessionDay[]
  opensOn: Day | null
  closesOn: Day | null
}

export type StrategyContent = { name: string; slug: Slug; order: number; summary: string; story: Prose }
export type RecommendationContent = { title: string; slug: Slug; order: number; text: string }

export type CollaborativeContent = {
  name: string
  slug: Slug
  kind: 'peer-collaborative' | 'community-of-practice'
  program: string
  summary: string
  story: Prose
  outcomes: { title?: string; text: string }[]
  eligibility: Line[]
  commitments: Line[]
  audience: string
  /** Teams or persons, by kind; null: the source limits it but prints no number. */
  capacity: number | null
  /** For a whole team or for one person, by kind; null: the source names none. */
  price: Cents | null
  /** Why places are limited and how people are chosen. */
  placesNote: string
  opensOn: Day | null
  /** Last day an application is accepted; null: no deadline is printed. */
  appliesUntil: Day | null
  timeZone: string
  minimumSessions: number | null
  onCanceled: 'lowers-meetings' | 'lowers-both'
  makeUps: number
  /** Answered with yes or no. */
  conditions: Line[]
  questions: {
    text: string
    hint?: string
    kind: 'text' | 'choice' | 'number'
    required: boolean
    wordLimit?: number
    limitKind?: 'hard' | 'advisory'
    /** A line for each answer to choose from. */
    choices?: string
  }[]
  criteria: { name: string; text: string; points: number }[]
  /** Business hours. */
  offerHours: number
  graceMinutes: number
  /** Business days. */
  paperDays: number
  notice: string | null
  contacts: Slug[]
  order: number
}

type EvidenceOption = {
  text: string
  kind: 'file' | 'recording' | 'text' | 'link'
  wordLimit?: number
  maxMinutes?: number
}

type CredentialPrompt = {
  title: string
  text: string
  questions: Line[]
  wordLimit: number
  limitKind: 'hard' | 'advisory'
  passing: string
}

type CredentialEvidence = {
  title: string
  text: string
  options: EvidenceOption[]
  mustShow: Line[]
  note: string
}

type CredentialPart = {
  number: number
  title: string
  kind: 'prompts' | 'evidence' | 'guide' | 'reflection'
  note: string
  prompts: CredentialPrompt[]
  evidence: CredentialEvidence[]
}

export type CredentialContent = {
  title: string
  slug: Slug
  stackName: string
  stackSize: number
  summary: string
  keyMethod: string
  components: { title: string; text: string }[]
  research: { citation: string; url?: string; note: string }[]
  resources: { title: string; url: string }[]
  parts: CredentialPart[]
  /** Best first. */
  levels: { name: string }[]
  /** The rows of the rubric; each describes every level, in the order of `levels`. */
  criteria: { name: string; levels: Line[] }[]
  passRule: {
    /** Numbers of the parts judged pass or not yet. */
    passParts: number[]
    /** Number of the part whose components are scored on every criterion. */
    scoredPart: number
    requiredLevel: string
    note: string
  }
  attempts: number
  reviewDays: number
  reviewers: '1' | '2'
  graceMinutes: number
  keepMonths: number
  contacts: Slug[]
  order: number
}

export type ContactContent = {
  name: string
  slug: Slug
  duties: string
  email: string
  phone: string
  hours: string
  address?: string
  order: number
}

export type PolicyContent = {
  title: string
  slug: Slug
  summary: string
  kind: 'cancellation' | 'guests' | 'waitlist' | 'billing' | 'consent' | 'other'
  plain: Prose
  rule: Prose
  order: number
  effectiveFrom: Day | null
  deadline?: {
    count: number
    unit: 'business' | 'calendar'
    mode: 'at-least' | 'more-than'
    cutoff: 'end-of-day' | Time
  }
  feePerDay: Cents | null
  missedDay?: 'larger' | 'both'
  /** Days this far apart or farther are separate events. */
  splitGapDays: number | null
  substitution: boolean
  offerHours?: number
  officeOpens?: Time
  officeCloses?: Time
}

export type PageContent = { title: string; slug: Slug; summary: string; body: Prose }

export type NoticeContent = {
  title: string
  text: string
  tone: 'info' | 'important' | 'closed'
  from: When
  until: When | null
  linkLabel: string | null
  linkPath: string | null
  order: number
}

export type OrganizationContent = {
  name: string
  slug: Slug
  kind: 'district' | 'agency' | 'college' | 'charter' | 'community' | 'other'
  member: boolean
  hosting: boolean
  city: string
  state: string
  contact: { name: string; email: string; phone: string }
}
