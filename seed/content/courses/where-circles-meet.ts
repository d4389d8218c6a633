import type { CourseContent } from '../types.ts'

export const whereCirclesMeet: CourseContent[] = [
  {
    title: 'Three Circles in One Morning',
    slug: 'three-circles-in-one-morning',
    summary: 'A first look at the whole framework, so that you can choose where your own path begins.',
    story: `New here? Start with coffee and a chart on the floor.

The three circles are taped out in color, big enough to walk through. In each one you do a twenty-minute piece of a real course: a task from Practices and Strategies, a story exchange from Cultural Competency, a case from Equity Leadership. Then you stand where you feel at home, and after that where you feel least sure. Most people find out something from the second spot.

In the last half hour you sketch a path for the year with someone who has taken several courses. It may begin with a two-day foundation or with a single afternoon. Both are fine.

There is no charge for anyone, member or not, and you are welcome to bring a colleague who is only curious.`,
    outcomes: [
      { text: 'Explain the three circles and the result in the middle in your own words.' },
      { text: 'Leave with a first course, a second one, and the reason for both.' },
    ],
    audience: ['everyone'],
    format: 'hybrid',
    circles: ['practices-and-strategies', 'cultural-competency', 'equity-leadership'],
    strategies: ['shared-understanding', 'cultural-competence'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 180,
    memberRate: 0,
    nonMemberRate: 0,
    topics: ['racial-cultural-socioeconomic'],
    contacts: ['registration-desk', 'cultural-collaborative-office'],
    image: null,
  },
  {
    title: 'Leading Racial Discourse at Your Site',
    slug: 'leading-racial-discourse',
    summary: 'Three days over several months to become the person who can hold the conversation for others.',
    story: `You know the protocol. Now you learn to lead it, which is different: you keep time, notice who has gone silent, and stay useful when the room heats up.

## First day: the room

You set up a conversation from the invitation to the last word. You practice openings until they sound like you, and learn what to do in the first bad minute.

## Second day, about six weeks later: the middle

By now you have led one short conversation at your site with a partner watching. You bring the partner’s notes. The group works on the three places where people got stuck.

## Third day, about three months after the first: the long run

You bring a plan for a school year: six conversations, who leads each, and how the staff will know if it made a difference for students.

Each day counts as its own event if you have to cancel, because they are weeks apart. Please come with someone from your building if you can; leading alone is hard on people.`,
    outcomes: [
      { text: 'Plan and lead a conversation about race for a staff of any size.' },
      { text: 'Respond to silence, tears, jokes and anger without losing the group.' },
      { text: 'Plan a year of conversations that connect to results for students.' },
    ],
    audience: ['teachers', 'leaders'],
    format: 'in-person',
    circles: ['cultural-competency', 'equity-leadership'],
    strategies: ['shared-understanding', 'cultural-competence', 'adult-behaviors'],
    prerequisites: [{ kind: 'all', courses: ['racial-discourse-foundations'] }],
    equivalents: [],
    clockMinutes: 1_080,
    memberRate: 0,
    nonMemberRate: 52_500,
    topics: ['systemic-racism', 'racial-cultural-socioeconomic'],
    contacts: ['registration-desk', 'cultural-collaborative-office'],
    image: null,
  },
  {
    title: 'Equity Walkthroughs',
    slug: 'equity-walkthroughs',
    summary: 'Spend a day inside a working school and learn to see it the way its students do.',
    story: `We meet in the library of a host school at a quarter past eight. By nine you are in the halls.

You walk in threes with a narrow task: count the languages on the walls, sit where the quietest student sits, time how long a raised hand stays up, follow one class change from door to door. You write what you see and hear, with no adjectives. Two students walk with each group and point out what you miss.

After lunch the groups pool their notes. You separate evidence from opinion, find two patterns, and write questions for the host staff. They hear the questions the same afternoon, and they answer back. That hour is usually the best of the day.

## Before you come

Read the visitors’ promise we send you. You will not photograph anyone or rate any teacher.

## What you take back

The whole kit, so that you can run a walkthrough in your own building within a month, with your own students as guides.`,
    outcomes: [
      { text: 'Gather evidence in a school without judging the people in it.' },
      { text: 'Turn notes into patterns and patterns into honest questions.' },
      { text: 'Run a walkthrough at home with students as guides.' },
    ],
    audience: ['leaders', 'teachers', 'teams'],
    format: 'in-person',
    circles: ['practices-and-strategies', 'equity-leadership'],
    strategies: ['student-voice', 'adult-behaviors', 'shared-understanding'],
    prerequisites: [{ kind: 'any', courses: ['racial-discourse-foundations', 'your-own-story-first'] }],
    equivalents: [],
    clockMinutes: 360,
    memberRate: 0,
    nonMemberRate: 19_000,
    topics: ['systemic-racism', 'racial-cultural-socioeconomic'],
    contacts: ['registration-desk'],
    image: null,
  },
  {
    title: 'Equity Leadership Residency',
    slug: 'equity-leadership-residency',
    summary: 'Four days across a school year in which a district team carries one change from idea to result.',
    story: `The residency sits in the middle of the chart and asks for all three circles at once. Your team of four to six brings one problem with a number attached, such as who is enrolled in eighth-grade algebra.

1. **Fall, name it.** You test the problem against data, student interviews and your own part in it. Half the teams change their question on this day.
2. **Early winter, design it.** You draft a change in classroom practice and a change in a rule or a budget, since one without the other tends to slide back.
3. **Late winter, try it.** You report on a small trial in two classrooms and face a friendly panel from other districts.
4. **Spring, keep it.** You decide what continues, who owns it, and what you will tell your board.

Between days a coach visits your site twice. The charge covers a workbook and lunches for each person; the district rate for non-members depends on team size, so ask us.`,
    outcomes: [
      { text: 'Carry one change from a clear question to a measured result.' },
      { text: 'Join a change in teaching to a change in policy or money.' },
      { text: 'Hand over the work so that it outlasts the team.' },
    ],
    audience: ['teams', 'leaders'],
    format: 'in-person',
    circles: ['practices-and-strategies', 'cultural-competency', 'equity-leadership'],
    strategies: ['shared-understanding', 'adult-behaviors', 'personalized-education', 'student-voice'],
    prerequisites: [
      { kind: 'all', courses: ['leading-through-resistance', 'equity-walkthroughs'] },
      {
        kind: 'any',
        courses: ['following-the-dollars', 'rewriting-the-rulebook', 'hiring-and-keeping-teachers-of-color'],
      },
    ],
    equivalents: [],
    clockMinutes: 1_440,
    memberRate: 7_500,
    nonMemberRate: null,
    topics: ['systemic-racism', 'racial-cultural-socioeconomic'],
    contacts: ['cultural-collaborative-office', 'registration-desk'],
    image: null,
  },
  {
    title: 'Widen the Shelf: Choosing Texts Students Can Live In',
    slug: 'widen-the-shelf',
    summary: 'Two online mornings to look hard at what your students read, and to make three good swaps.',
    story: `Count first. Before the course you list the last twenty texts your students read: who wrote them, who stars in them, and what trouble the people of color are in. Nobody sees the list but your group.

On the first morning you learn to tell a mirror from a window, and a window from a display case. You read four short pieces, a Somali American poem, a chapter from an Anishinaabe novelist, a graphic memoir and a page of a science textbook, and try out questions that go past “How is this different from you?”

On the next morning a school librarian helps you find replacements. You plan for three of them, including the note you would write if a family objected.

## What you take back

Three texts, ready to teach; one old favorite you will keep but teach in a new way; and a list your team can add to.`,
    outcomes: [
      { text: 'Review a reading list for who is present, who is missing and who is stuck in one role.' },
      { text: 'Swap three texts without lowering the difficulty.' },
      { text: 'Answer a challenge to a text with respect and with reasons.' },
    ],
    audience: ['teachers'],
    format: 'online',
    circles: ['practices-and-strategies', 'cultural-competency'],
    strategies: ['cultural-inclusivity'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 360,
    memberRate: 0,
    nonMemberRate: 14_000,
    topics: ['racial-cultural-socioeconomic', 'american-indian-alaska-native', 'religion'],
    contacts: ['registration-desk'],
    image: null,
  },
  {
    title:
      'Planning Units That Put Students’ Languages, Families and Neighborhoods at the Center Instead of at the Edges: A Three-Day Studio for Grade-Level Teams',
    slug: 'unit-planning-studio',
    summary: 'Three days in a row, your own team, one unit: start with an outline and go home with lessons.',
    story: `Most planning happens in the cracks of a week. Here you get three whole days, big tables and people to ask.

## Day one: begin outside the school

You spend the morning in the neighborhood around the host site, on foot, with a parent as your guide. You collect a question that matters there. By the afternoon your unit has a center: the question, not the chapter.

## Day two: build

You set the standards, choose texts and problems, and plan the work students will make for a real audience. Bilingual staff and a media specialist move from table to table. You write the assessment early, and check whether a student could shine on it in more than one way.

## Day three: break it and mend it

Another team teaches your opening lesson back to you. You mend what breaks, fill in the last week, and print.

Your team needs at least two people who teach the same students or the same course. The charge pays for printing and for the parent guides.`,
    outcomes: [
      { text: 'Plan a full unit around a question your students’ community cares about.' },
      { text: 'Write an assessment that lets students show learning in more than one way.' },
      { text: 'Bring families in as people who know things.' },
    ],
    audience: ['teams', 'teachers'],
    format: 'in-person',
    circles: ['practices-and-strategies', 'cultural-competency'],
    strategies: ['cultural-inclusivity', 'community-bridges', 'personalized-education'],
    prerequisites: [{ kind: 'all', courses: ['widen-the-shelf', 'your-own-story-first'] }],
    equivalents: [],
    clockMinutes: 1_080,
    memberRate: 4_500,
    nonMemberRate: 57_000,
    topics: ['racial-cultural-socioeconomic', 'language-diversity'],
    contacts: ['registration-desk', 'cultural-collaborative-office'],
    image: null,
  },
  {
    title: 'Whose Land Is This: Teaching With Dakota and Ojibwe Sources',
    slug: 'dakota-and-ojibwe-sources',
    summary: 'Learn from Dakota and Ojibwe educators how to teach their nations as living, present and local.',
    story: `If your students think American Indian people belong to the past, the fault lies with the lessons. This day helps you teach better ones.

Dakota and Ojibwe educators lead the whole day. In the morning you read parts of three treaties beside maps of where your school stands, and hear how the promises look from the other side. You learn place names you drive past, what they mean, and how to say them.

After lunch you choose a track. In the early grades you work with stories, plants and seasons, and learn which stories are told only in winter. In the upper grades you work with treaty rights, boarding schools and today’s tribal governments, and plan for the feelings that come with them.

You also go through a box of common classroom activities and decide together what to retire, and why.

## What you take back

A lesson you planned with an educator’s advice, and a list of sources made by Native nations themselves. The charge pays for a book that stays with you.`,
    outcomes: [
      { text: 'Teach about Dakota and Ojibwe nations in the present tense.' },
      { text: 'Use a treaty as a source with students.' },
      { text: 'Retire harmful activities and explain the change to families.' },
    ],
    audience: ['teachers'],
    format: 'in-person',
    circles: ['practices-and-strategies', 'cultural-competency'],
    strategies: ['cultural-inclusivity', 'cultural-competence', 'community-bridges'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 360,
    memberRate: 2_500,
    nonMemberRate: 20_000,
    topics: ['american-indian-alaska-native', 'systemic-racism', 'religion'],
    contacts: ['registration-desk'],
    image: null,
  },
  {
    title: 'Untangling the Referral: Disability, Mental Health and Race',
    slug: 'untangling-the-referral',
    summary: 'Ask better questions before a special education referral, and be a steadier support after one.',
    story: `Some students are referred too fast, others are missed for years, and race plays a part in both. You will work on both.

The morning follows one student through a file that grows page by page. At each page your table decides what to do next, then finds out what the real team did. You learn to ask what was tried, in which language, for how long, and what the student and the family say is going on.

At midday a school psychologist and a parent describe the same meeting from two chairs.

The afternoon is about mental health. You learn the signs that call for help today and the ones that call for patience, how grief and racism can look like defiance, and how to hand a student over to a professional without letting go of the student.

## What you take back

A list of questions for your next referral meeting, and a plan for one student you already know. Online participants get their own table and host.`,
    outcomes: [
      { text: 'Slow a referral down with six questions about teaching, language and culture.' },
      { text: 'Notice students of color whose needs are being missed.' },
      { text: 'Respond to signs of distress and bring in the right help.' },
    ],
    audience: ['teachers', 'support-staff', 'leaders'],
    format: 'hybrid',
    circles: ['practices-and-strategies', 'cultural-competency'],
    strategies: ['adult-behaviors', 'personalized-education'],
    prerequisites: [{ kind: 'any', courses: ['racial-discourse-foundations', 'your-own-story-first'] }],
    equivalents: [],
    clockMinutes: 360,
    memberRate: 0,
    nonMemberRate: 17_500,
    topics: ['disabilities-mental-health', 'systemic-racism', 'language-diversity'],
    contacts: ['registration-desk', 'accessibility-services'],
    image: null,
  },
  {
    title: 'Family Partners, Not Visitors',
    slug: 'family-partners-not-visitors',
    summary: 'Three evenings at a community center, planned with parents, on sharing real work and real decisions.',
    story: `Supper is at five-thirty, children are welcome, and half the people at your table are parents. That is the course in one sentence.

- **First evening: listen.** Parents tell stories of being called, being ignored and being asked. You tell one too. You find out what families already do that school never sees.
- **Second evening, a month on: trade.** You and a parent partner rebuild one routine, perhaps conferences, a newsletter or the first phone call of the year, so that it works for both sides.
- **Third evening, another month on: decide.** You practice a meeting where families set half of the agenda and vote on something that matters.

Between evenings you make three good-news calls and one home or park visit, with your partner’s advice.

Interpreters in Spanish, Somali and Hmong are there each time. Child care is too. Because the evenings are a month apart, you may cancel one without losing the others.`,
    outcomes: [
      { text: 'Start the year with families by asking before telling.' },
      { text: 'Redesign one routine with a parent partner.' },
      { text: 'Run a meeting in which families share the decision.' },
    ],
    audience: ['teachers', 'leaders', 'support-staff'],
    format: 'in-person',
    circles: ['cultural-competency', 'equity-leadership'],
    strategies: ['community-bridges', 'shared-understanding'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 450,
    memberRate: 0,
    nonMemberRate: 21_000,
    topics: ['racial-cultural-socioeconomic', 'language-diversity', 'religion'],
    contacts: ['registration-desk'],
    image: null,
  },
  {
    title: 'What Students Told Us: Listening and Acting',
    slug: 'what-students-told-us',
    summary: 'Come with two students; hear what your school is like from their seats, and act on it together.',
    story: `Each adult comes with two students from grades 7 to 12. The students are paid a stipend by their school, since they are the experts today.

In the first hour students and adults work in separate rooms. Adults practice listening without defending, explaining or fixing, which is harder than it sounds. Students pick the three things they most want to say and decide how.

Then the rooms join. Students lead; adults take notes and may ask only, “Can you say more?” After lunch, mixed teams look at one survey question by race and grade, choose one change that can be made within six weeks without any new money, and write down who will do what.

## Six weeks later

You and your students send us one paragraph: what changed, what did not, and what the students think about it. Students have the last word in it.`,
    outcomes: [
      { text: 'Listen to students without defending the school.' },
      { text: 'Choose a change with students and make it within six weeks.' },
    ],
    audience: ['teachers', 'leaders', 'teams'],
    format: 'in-person',
    circles: ['practices-and-strategies', 'equity-leadership'],
    strategies: ['student-voice', 'adult-behaviors'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 300,
    memberRate: 0,
    nonMemberRate: 15_000,
    topics: ['racial-cultural-socioeconomic', 'gender-identity', 'sexual-orientation'],
    contacts: ['registration-desk'],
    image: null,
  },
]
