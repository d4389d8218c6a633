import { toSlug } from '#collections/values/slug.ts'
import type { CourseContent, DayPlan, PrerequisiteGroup, SessionPlan } from './content/types.ts'

type SyntheticCatalog = { courses: CourseContent[]; sessions: SessionPlan[] }

const VERBS = [
  'Planning',
  'Leading',
  'Rethinking',
  'Teaching',
  'Assessing',
  'Listening for',
  'Coaching',
  'Designing',
  'Sharing',
  'Opening Up',
] as const
const SUBJECTS = [
  'Discussion',
  'Early Reading',
  'Fractions',
  'Lab Science',
  'Local History',
  'Family Conferences',
  'Music for Everyone',
  'Advisory Time',
  'Feedback',
  'Recess',
  'Course Placement',
  'Student Councils',
  'Writing Workshop',
  'Restorative Circles',
  'Attendance Conversations',
  'Career Learning',
] as const
const SETTINGS = [
  'Across Languages',
  'in Small Schools',
  'With Community Elders',
  'in the First Ten Days',
  'for New Staff',
  'With Student Partners',
  'in Mixed Grades',
  'Beyond the Bell',
  'on a Tight Schedule',
  'Without Tracking',
  'in Shared Classrooms',
  'for Whole Teams',
] as const
const SUMMARIES = [
  'Try three routines, watch them on video and fit one to your own class before you leave.',
  'Bring a real case, look at it with people from other districts, and go home with a plan.',
  'Read the numbers by group, hear from students, and choose one change you can make this month.',
  'Practice the hard moments with a partner until the words come easily.',
  'Work beside families and staff from nearby schools on something all of you need.',
  'Take apart a lesson you teach every year and rebuild it so that more students can shine.',
] as const
const PARAGRAPHS = [
  'You begin with work from your own school. A small group reads it twice, first for what is strong and then for what is missing, and tells you what they see.',
  'Late in the morning you watch a short film of a class two towns over. The teacher joins us afterward and answers questions about what did not make it into the film.',
  'After lunch you plan. A coach comes by every twenty minutes, and you may ask for more quiet or more company.',
  'Students who have been through it tell you what helped and what got in the way. You listen, take notes and thank them.',
  'You leave with one page: what you will try, when, and who will ask you about it two weeks from now.',
  'Nothing here needs special equipment. What you can do with paper, tape and ten minutes is usually enough.',
] as const
const OUTCOMES = [
  'Use two new routines with your own students.',
  'Read results by group and name an adult decision behind them.',
  'Plan a first step and a way to tell if it worked.',
  'Explain the change to families in plain words.',
] as const
const CIRCLE_SETS = [
  ['practices-and-strategies'],
  ['cultural-competency'],
  ['equity-leadership'],
  ['practices-and-strategies', 'cultural-competency'],
  ['cultural-competency', 'equity-leadership'],
  ['practices-and-strategies', 'equity-leadership'],
  ['practices-and-strategies', 'cultural-competency', 'equity-leadership'],
] as const
const STRATEGIES = [
  'cultural-competence',
  'personalized-education',
  'cultural-inclusivity',
  'recruitment-and-retention',
  'student-voice',
  'adult-behaviors',
  'community-bridges',
  'shared-understanding',
  'statewide-funding',
] as const
const TOPICS: readonly CourseContent['topics'][number][] = [
  'racial-cultural-socioeconomic',
  'american-indian-alaska-native',
  'religion',
  'systemic-racism',
  'gender-identity',
  'sexual-orientation',
  'language-diversity',
  'disabilities-mental-health',
]
const AUDIENCES: readonly CourseContent['audience'][number][] = [
  'teachers',
  'leaders',
  'support-staff',
  'substitutes',
  'teams',
  'everyone',
]
const FORMATS = ['in-person', 'online', 'hybrid'] as const
/** Shapes of a session: days between its days. */
const SPANS = [[0], [0], [0], [0, 1], [0, 35], [0, 42, 84]] as const
const HALF_DAY = 180
const FULL_DAY = 360

type Dice = {
  below: (n: number) => number
  one: <T>(list: readonly T[]) => T
  some: <T>(list: readonly T[], max: number) => T[]
}

/** A small seeded generator (mulberry32): the same seed always rolls the same numbers. */
const dice = (seed: number): Dice => {
  let state = seed >>> 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(roll() * n)
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!
  const some = <T>(list: readonly T[], max: number): T[] => {
    const first = below(list.length)
    const count = 1 + below(max)
    return Array.from({ length: count }, (_, i) => list[(first + i * 2) % list.length]!).filter(
      (item, i, all) => all.indexOf(item) === i,
    )
  }
  return { below, one, some }
}

/** Walks through every combination once before a group number has to tell two apart. */
const titleAt = (index: number, shift: number): string => {
  const combinations = VERBS.length * SUBJECTS.length * SETTINGS.length
  // 1,009 is prime and shares no factor with the number of combinations, so the walk meets each one.
  const at = (index * 1_009 + shift) % combinations
  const verb = VERBS[at % VERBS.length]!
  const subject = SUBJECTS[Math.floor(at / VERBS.length) % SUBJECTS.length]!
  const setting = SETTINGS[Math.floor(at / (VERBS.length * SUBJECTS.length))]!
  const round = Math.floor(index / combinations)
  return `${verb} ${subject} ${setting}${round > 0 ? `, Group ${round + 1}` : ''}`
}

/** Up to two earlier courses, so that no chain can come back to where it began. */
const prerequisitesFrom = (earlier: readonly CourseContent[], { below, one }: Dice): PrerequisiteGroup[] => {
  if (earlier.length < 2 || below(4) > 0) return []
  const recent = earlier.slice(-40)
  const courses = [...new Set([one(recent).slug, one(recent).slug])]
  return [{ kind: below(2) ? 'all' : 'any', courses }]
}

const dayPlan = (offset: number, minutes: number, format: CourseContent['format']): DayPlan => ({
  offset,
  startTime: '08:30',
  endTime: minutes === FULL_DAY ? '15:30' : '11:30',
  breakMinutes: minutes === FULL_DAY ? 60 : 0,
  ...(format === 'online'
    ? {}
    : { place: 'Collaborative Learning Center', address: '400 Example Avenue, Tamarack Bend, MN 55000' }),
  ...(format === 'in-person' ? {} : { online: 'https://video.example.org/session' }),
})

const sessionsOf = (
  course: CourseContent,
  offsets: readonly number[],
  minutes: number,
  { below }: Dice,
): SessionPlan[] =>
  Array.from({ length: below(4) }, (_, n) => {
    const capacity = 16 + 4 * below(8)
    const start = 3 + below(180)
    return {
      key: `${course.slug}-${n + 1}`,
      course: course.slug,
      days: offsets.map((offset) => dayPlan(start + offset, minutes, course.format)),
      timeZone: 'America/Chicago',
      format: course.format,
      capacity,
      seatsReserved: below(capacity + 1),
      opensOn: null,
      closesOn: null,
      status: 'scheduled',
      cancelReason: null,
      note: null,
    }
  })

/**
 * A catalog of `n` plausible courses with their sessions, for measuring a large site. The same `n` and `seed` always make
 * the same catalog. Prerequisites lead to earlier courses only; circles, strategies and contacts are those of the demo.
 */
export const syntheticCourses = (n: number, seed: number): SyntheticCatalog => {
  const roll = dice(seed)
  const shift = roll.below(1_000)
  const courses: CourseContent[] = []
  const sessions: SessionPlan[] = []
  for (let index = 0; index < n; index++) {
    const title = titleAt(index, shift)
    const offsets = roll.one(SPANS)
    const minutes = roll.one([HALF_DAY, FULL_DAY])
    const course: CourseContent = {
      title,
      slug: toSlug(title) ?? `course-${index}`,
      summary: roll.one(SUMMARIES),
      story: roll.some(PARAGRAPHS, 3).join('\n\n'),
      outcomes: roll.some(OUTCOMES, 3).map((text) => ({ text })),
      audience: roll.some(AUDIENCES, 2),
      format: roll.one(FORMATS),
      circles: [...roll.one(CIRCLE_SETS)],
      strategies: roll.some(STRATEGIES, 3),
      prerequisites: prerequisitesFrom(courses, roll),
      equivalents: [],
      clockMinutes: minutes * offsets.length,
      memberRate: roll.below(5) ? 0 : 2_500,
      nonMemberRate: 5_000 + 2_500 * offsets.length * (minutes / HALF_DAY),
      topics: roll.some(TOPICS, 2),
      contacts: ['registration-desk'],
      image: null,
    }
    courses.push(course)
    sessions.push(...sessionsOf(course, offsets, minutes, roll))
  }
  return { courses, sessions }
}
