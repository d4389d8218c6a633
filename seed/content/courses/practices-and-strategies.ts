import type { CourseContent } from '../types.ts'

export const practicesAndStrategies: CourseContent[] = [
  {
    title: 'High Expectations, Real Support',
    slug: 'high-expectations-real-support',
    summary: 'Ask more of students and help them get there: task design, feedback and the words in between.',
    story: `Students can tell within a week whether you think they can do hard things. They watch what you assign, whom you call on, how long you wait and what you write in the margin.

## The morning

You bring a task you plan to teach within ten days. First you take it apart: what thinking does it ask for, and where do you usually rescue students too soon? Then you rebuild it so that the thinking stays hard while the way in gets wider.

## The afternoon

You turn to feedback. You rewrite six comments from real papers so that each one names the standard, says you believe the student will meet it, and gives one next step. You practice wait time with a partner holding a stopwatch. Seven seconds is longer than you think.

## On Monday

You teach the rebuilt task. The following week a short call with two classmates lets you compare student work: whose got better, and whose did not yet?`,
    outcomes: [
      { text: 'Raise the thinking in a task and widen the way into it.' },
      { text: 'Write feedback that students read as a promise and can act on.' },
      { text: 'Track whom you call on and how long you wait.' },
    ],
    audience: ['teachers'],
    format: 'in-person',
    circles: ['practices-and-strategies'],
    strategies: ['personalized-education', 'adult-behaviors'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 360,
    memberRate: 0,
    nonMemberRate: 17_500,
    topics: ['racial-cultural-socioeconomic'],
    contacts: ['registration-desk'],
    image: null,
  },
  {
    title: 'Ahead, Not Behind: Acceleration in Grades 3–8 Math',
    slug: 'ahead-not-behind-math',
    summary: 'Keep every student in grade-level math, and repair only the earlier skill that this week needs.',
    story: `A student who spends September on last year’s math is a year behind by June. This course shows you another way to spend September.

## First day

You map one coming unit backward: which two or three earlier skills does it truly lean on? You write a ten-minute check for those and nothing else. Then you plan just-in-time support that happens inside the grade-level lesson, with number lines, sketches and talk.

## Five weeks in between

You teach the unit. You keep the work of four students whom the system has called “low,” and you note each time they did grade-level thinking.

## Second day

You come back with the work. In small groups you look for evidence of thinking before you look for errors, and you check placement lists in your building: who is offered the fast track, and who decided?

Bring your own curriculum; any series will do. A box of manipulatives is yours to keep, which is what the materials charge pays for.`,
    outcomes: [
      { text: 'Pick the few earlier skills a unit needs, and check them in ten minutes.' },
      { text: 'Plan support that keeps students in grade-level work.' },
      { text: 'Use student work to question who gets placed where.' },
    ],
    audience: ['teachers', 'teams'],
    format: 'in-person',
    circles: ['practices-and-strategies'],
    strategies: ['personalized-education'],
    prerequisites: [{ kind: 'all', courses: ['high-expectations-real-support'] }],
    equivalents: [],
    clockMinutes: 720,
    memberRate: 3_500,
    nonMemberRate: 38_500,
    topics: ['racial-cultural-socioeconomic', 'disabilities-mental-health'],
    contacts: ['registration-desk'],
    image: null,
  },
  {
    title: 'Many Languages, One Classroom',
    slug: 'many-languages-one-classroom',
    summary: 'Make students’ home languages a tool for learning, even when you speak only English.',
    story: `About noon on this day you will try to solve a science problem in a language you do not know. It is a good reminder of how smart a quiet student may be.

You learn five routines that work at any grade: draw then tell, home-language partner talk, sentence starters that come off like training wheels, word walls that students write, and asking the same question three ways. For each one you watch a clip from a nearby classroom, try it, and fit it to a lesson you brought.

Multilingual graduates join after lunch. They describe what it is like to be told “English only,” and what changed when a teacher asked them to teach the class a word.

## Come in person or on screen

The session runs in a classroom with two cameras and its own online host, so you can join from your desk. Everyone gets the same handouts, in print or in a form your screen reader can use.

## On Monday

You use one routine, twice. That is all we ask, and it is enough to notice a difference.`,
    outcomes: [
      { text: 'Use five routines that let students think in any language they have.' },
      { text: 'Tell a language need from a learning need, and know whom to ask.' },
    ],
    audience: ['teachers', 'support-staff'],
    format: 'hybrid',
    circles: ['practices-and-strategies'],
    strategies: ['cultural-inclusivity', 'personalized-education'],
    prerequisites: [],
    equivalents: ['many-languages-one-classroom-online'],
    clockMinutes: 360,
    memberRate: 0,
    nonMemberRate: 17_500,
    topics: ['language-diversity', 'racial-cultural-socioeconomic'],
    contacts: ['registration-desk', 'accessibility-services'],
    image: null,
  },
  {
    title: 'Many Languages, One Classroom: Two Online Evenings',
    slug: 'many-languages-one-classroom-online',
    summary: 'The language course in two evenings at your own table, with a week between to try things out.',
    story: `Same routines, same hours, smaller pieces.

On the first evening you learn three of the five routines and plan a lesson with them. During the week you teach it and record sixty seconds of student talk, sound only. On the second evening your group listens, without judging the English, for ideas. Then you learn the last two routines.

Because you teach between the evenings, this version suits you if you like to test a thing before you believe it. It counts in every place where the one-day course counts.

**You need:** a quiet hour or two, headphones, and your school’s permission for students’ voices. We send a form for families in six languages.`,
    outcomes: [
      { text: 'Use five routines that let students think in any language they have.' },
      { text: 'Listen to student talk for ideas before grammar.' },
    ],
    audience: ['teachers', 'support-staff'],
    format: 'online',
    circles: ['practices-and-strategies'],
    strategies: ['cultural-inclusivity', 'personalized-education'],
    prerequisites: [],
    equivalents: ['many-languages-one-classroom'],
    clockMinutes: 360,
    memberRate: 0,
    nonMemberRate: 14_000,
    topics: ['language-diversity', 'racial-cultural-socioeconomic'],
    contacts: ['registration-desk', 'accessibility-services'],
    image: null,
  },
  {
    title: 'Before You Write It Up: Discipline That Keeps Students Learning',
    slug: 'before-you-write-it-up',
    summary: 'Slow down the moment between a behavior and a referral, and give yourself more than two choices.',
    story: `Most office referrals take less than a minute to decide. In many schools those minutes add up to a pattern that everyone can see by race and no one remembers choosing.

You begin with a stack of forty referrals, names removed, from a school that agreed to share. You sort them: danger, disruption, or a matter of taste. The third pile is always bigger than people expect.

Next you learn to spot your own tight spots, the time of day and kind of behavior when you decide fastest. You write an “if this, then that” plan for one of them. After lunch you practice four moves to use before a referral, and one way to bring a student back in after an absence so that the class does not become a courtroom.

## For whom

Teachers, hall monitors, deans and paraprofessionals learn side by side, because students meet all of you in one day.

## What you take back

Your plan on a card, and a one-page way to review a month of referrals with your team.`,
    outcomes: [
      { text: 'Separate danger from disruption from taste before you decide.' },
      { text: 'Use four moves that keep a student in the room.' },
      { text: 'Lead a monthly review of referrals by race without blaming anyone.' },
    ],
    audience: ['teachers', 'support-staff', 'leaders'],
    format: 'in-person',
    circles: ['practices-and-strategies'],
    strategies: ['adult-behaviors'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 360,
    memberRate: 0,
    nonMemberRate: 17_500,
    topics: ['systemic-racism', 'racial-cultural-socioeconomic', 'disabilities-mental-health'],
    contacts: ['registration-desk'],
    image: null,
  },
]
