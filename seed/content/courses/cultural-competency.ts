import type { CourseContent } from '../types.ts'

export const culturalCompetency: CourseContent[] = [
  {
    title: 'Racial Discourse Foundations',
    slug: 'racial-discourse-foundations',
    summary: 'Two days to learn the shared protocol and use it in real conversations about race and school.',
    story: `Most later courses assume the words and agreements you learn here, so this is where many people begin.

## Day one

You learn the protocol by using it. In groups of four you practice staying with a hard subject, speaking from your own life, and telling apart what you saw from what you assumed. After lunch you build a wall timeline of schooling in your own district: who could enroll, who taught, where the lines were drawn.

## Day two

You bring one page of numbers about your school (we tell you which). With the protocol in hand, your group asks what the numbers show by race, what adults do that could produce them, and which of those things you control. You end by planning one conversation you have been putting off.

## What you take back

A pocket card with the agreements, a script for opening the conversation you planned, and the name of a partner who will call you two weeks later to ask how it went.

**Bring:** the data page, and shoes for a ten-minute walk. Lunch is provided both days.`,
    outcomes: [
      { text: 'Use the shared protocol to begin, slow down and close a conversation about race.' },
      { text: 'Explain three ways your district’s own history still shapes who learns what.' },
      { text: 'Read a page of results by race and ask about adult decisions before student deficits.' },
    ],
    audience: ['everyone'],
    format: 'in-person',
    circles: ['cultural-competency'],
    strategies: ['cultural-competence', 'shared-understanding'],
    prerequisites: [],
    equivalents: ['racial-discourse-foundations-four-evenings'],
    clockMinutes: 720,
    memberRate: 0,
    nonMemberRate: 35_000,
    topics: ['racial-cultural-socioeconomic', 'systemic-racism'],
    contacts: ['registration-desk', 'cultural-collaborative-office'],
    image: null,
  },
  {
    title: 'Racial Discourse Foundations: Four Evenings',
    slug: 'racial-discourse-foundations-four-evenings',
    summary: 'The same foundation as the two-day course, online, one evening a week for four weeks.',
    story: `If you cannot leave your building for two days, come here. The content and the hours match the two-day course, and either one opens the same doors afterward.

## How the evenings run

You meet on video from 4:30 to 7:30 p.m., mostly in a room of four that stays together all month. Cameras are on when you talk; take breaks when you need them.

- **First evening:** the agreements, and a first round of practice.
- **Second evening:** the history of schooling where you live, told through maps and yearbooks.
- **Third evening:** one page of your own school’s numbers.
- **Fourth evening:** rehearsing the conversation you will hold.

Between evenings you do one small thing at work, about twenty minutes, and report back.

## Good to know

Miss an evening and you can make it up once, with the next group. Captions are always on.`,
    outcomes: [
      { text: 'Use the shared protocol to begin, slow down and close a conversation about race.' },
      { text: 'Try each part of the protocol at work and adjust it with help from your group.' },
      { text: 'Leave with a rehearsed plan for one conversation at your site.' },
    ],
    audience: ['everyone'],
    format: 'online',
    circles: ['cultural-competency'],
    strategies: ['cultural-competence', 'shared-understanding'],
    prerequisites: [],
    equivalents: ['racial-discourse-foundations'],
    clockMinutes: 720,
    memberRate: 0,
    nonMemberRate: 28_000,
    topics: ['racial-cultural-socioeconomic', 'systemic-racism'],
    contacts: ['registration-desk', 'cultural-collaborative-office'],
    image: null,
  },
  {
    title: 'Your Own Story First',
    slug: 'your-own-story-first',
    summary: 'A quiet, personal day: trace where your ideas about race, culture and school came from.',
    story: `Before you ask students who they are, spend a day on the same question yourself.

You begin alone, with paper. You map the places you grew up, the people who looked like you and the ones who did not, and the first time you noticed race. You share only as much as you like. Nobody collects your map.

Then you work in pairs with short stories from other adults’ school days: a Hmong sister who translated at conferences, a white farm kid who never had to think about it, a Black boy who was moved to the back row. You look for the rule underneath each story, and ask whether you were raised by that rule too.

## Late in the day

You pick one habit at work that comes from your own upbringing, such as what you call polite, prompt or prepared. You write two other reasonable versions of it.

## On Monday

You try one of those versions for a week. A reflection sheet comes home with you, along with an activity to use with young people who are working out their own identities.`,
    outcomes: [
      { text: 'Describe how your race and culture shape what you expect from students.' },
      { text: 'Spot a “normal” at school that is only one culture’s normal.' },
      { text: 'Guide students through an identity activity you have done yourself.' },
    ],
    audience: ['everyone'],
    format: 'in-person',
    circles: ['cultural-competency'],
    strategies: ['cultural-competence'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 360,
    memberRate: 0,
    nonMemberRate: 17_500,
    topics: ['racial-cultural-socioeconomic', 'systemic-racism'],
    contacts: ['registration-desk'],
    image: null,
  },
  {
    title: 'Faith in the School Day',
    slug: 'faith-in-the-school-day',
    summary: 'Fasting, prayer, holidays, food and dress: plan a school day that works for families of many faiths.',
    story: `A test on a holy day. A student who faints in gym during a fast. A parent who asks for a quiet room. Schools meet these moments every year and often improvise.

In this online afternoon you walk through a calendar month by month and mark the days that matter to families in your district, including those who follow no religion. Three guests from local congregations and one from a humanist group answer the questions people are shy to ask.

You then sort twelve real requests into three piles: always yes, talk with the family, and check the law first. Your group compares piles with another group and finds out where you disagree.

## What you take back

- A marked calendar for the coming school year, with room for your own additions.
- Wording for a note home that asks what a family needs.
- A one-page guide to quiet space, food, dress and testing days to bring to your principal.`,
    outcomes: [
      { text: 'Plan tests, meals and events around the days that matter to your families.' },
      { text: 'Answer a religious request calmly, and know when to ask for legal advice.' },
    ],
    audience: ['teachers', 'leaders', 'support-staff'],
    format: 'online',
    circles: ['cultural-competency'],
    strategies: ['cultural-competence', 'community-bridges'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 180,
    memberRate: 0,
    nonMemberRate: 8_500,
    topics: ['religion', 'racial-cultural-socioeconomic'],
    contacts: ['registration-desk'],
    image: null,
  },
  {
    title: 'Names, Pronouns and Safe Hallways',
    slug: 'names-pronouns-and-safe-hallways',
    summary: 'Clear steps for the moments that decide whether LGBTQ students feel safe in your building.',
    story: `You hear a slur in the hall and have four seconds. A student tells you a new name and asks you not to call home. A form offers two boxes. This course is built from moments like these.

You spend the first hour on words: sexual orientation, gender identity, transgender, nonbinary, out, and why a student may use one word with you and another with grandma. Young adults who graduated nearby tell you, on video, what one adult did that helped and what one adult did that hurt.

The second hour is practice. In threes you rehearse interrupting a joke, using a name you have just learned, and fixing a mistake in one sentence. Race runs through every scene, because a student is never only one thing.

In the third hour you check your own forms, class lists, restrooms and trip rules against a short list, and choose two things to change.

## On Monday

You have two lines you can say in four seconds, and a checklist for the office.`,
    outcomes: [
      { text: 'Interrupt harmful talk quickly without shaming the student who said it.' },
      { text: 'Use names and pronouns well, protect a student’s privacy, and repair a mistake.' },
      { text: 'Find the forms and routines in your building that leave students out.' },
    ],
    audience: ['everyone'],
    format: 'online',
    circles: ['cultural-competency'],
    strategies: ['cultural-competence', 'student-voice'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 180,
    memberRate: 0,
    nonMemberRate: 8_500,
    topics: ['gender-identity', 'sexual-orientation'],
    contacts: ['registration-desk'],
    image: null,
  },
  {
    title: 'Front Desk, Bus and Lunchroom: The Everyday Welcome',
    slug: 'front-desk-bus-and-lunchroom',
    summary: 'For the people families meet first: greet, guide and settle things down with respect.',
    story: `The first face of a school is rarely a teacher’s. It is the person behind the glass, at the wheel or beside the milk cooler. This morning is for you.

You start with a tour of your own welcome. Using photos that you take on your phone the week before, you look at signs, seating, languages and locks as a newcomer would. Then you practice: a caller who speaks little English, a grandparent whose name is not on the list, two fourth graders pushing in line, a parent who arrives angry and has a point.

An interpreter and a veteran bus driver coach you through each scene. You learn how to pronounce a name you have never seen, and how to ask when you forgot.

## What you take back

A greeting that fits on a sticky note, a phone list for interpreters, and three photos of things to fix that cost less than twenty dollars.

Sessions are timed so that bus staff can be back for afternoon routes.`,
    outcomes: [
      { text: 'Greet every family in a way that says they were expected.' },
      { text: 'Reach an interpreter in under two minutes.' },
      { text: 'Calm a tense moment without calling for backup too soon or too late.' },
    ],
    audience: ['support-staff'],
    format: 'in-person',
    circles: ['cultural-competency'],
    strategies: ['community-bridges', 'adult-behaviors'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 180,
    memberRate: 0,
    nonMemberRate: 7_500,
    topics: ['racial-cultural-socioeconomic', 'language-diversity'],
    contacts: ['registration-desk'],
    image: null,
  },
  {
    title: 'Ready for Any Room: Cultural Competency for Substitute Teachers',
    slug: 'ready-for-any-room',
    summary: 'Walk into a class you have never met and make it a fair, calm and useful day for every student.',
    story: `You have six minutes before the bell, a seating chart with names you cannot say yet, and a plan that may or may not work. You can still give students a good day.

In this half day you practice the first ten minutes: how to ask for names, how to set two rules that everyone can keep, and how to notice who is left standing. You look at short clips of substitutes at work and mark each redirection. Who was told to stop? Who was asked what was going on? Then you count.

You also get time for the parts of the job nobody explains: reading a health or learning plan in a hurry, taking attendance in a way that does not expose a student, and writing a note for the teacher that describes what happened rather than who was bad.

## Two ways to come

Your host district may register you and cover everything. If no district hosts you, you may come as a member guest with written permission and a deposit check; see **Member guests** under Policies.`,
    outcomes: [
      { text: 'Open a class in ten minutes so that every student is named and has something to do.' },
      { text: 'Notice uneven redirection while it happens, and change course.' },
      { text: 'Leave a note that helps the teacher and is fair to the students.' },
    ],
    audience: ['substitutes'],
    format: 'in-person',
    circles: ['cultural-competency'],
    strategies: ['cultural-competence', 'adult-behaviors'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 180,
    memberRate: 0,
    nonMemberRate: 7_500,
    topics: ['racial-cultural-socioeconomic', 'language-diversity', 'disabilities-mental-health'],
    contacts: ['registration-desk', 'guest-deposits'],
    image: null,
  },
]
