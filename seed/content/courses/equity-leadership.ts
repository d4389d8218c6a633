import type { CourseContent } from '../types.ts'

export const equityLeadership: CourseContent[] = [
  {
    title: 'Leading Through Resistance',
    slug: 'leading-through-resistance',
    summary: 'Two days on the pushback you can predict: name it, plan for it, and keep the work moving.',
    story: `“We treat everyone the same here.” “Let’s wait for the new data.” “Parents are not ready.” You have heard these before, and you will hear them again, in about the same order. That is good news: what repeats can be prepared for.

## Day one

You study eight common forms of resistance, from silence to endless planning, with a case for each. You mark the ones you meet and, honestly, the ones you use. A board meeting on video gives you practice in telling a real question from a stall.

## Day two

You bring a decision you must carry through this year. Three colleagues play the people in its way, using notes you wrote about them. You try, stop, get advice and try again. Then you write a plan for the first thirty days: who must hear it from you, what you will not trade away, and who will stand next to you.

## What you take back

A plan you have already survived once, and a small group that meets by phone for three months.`,
    outcomes: [
      { text: 'Recognize eight forms of resistance and pick a response that fits each.' },
      { text: 'Tell disagreement that improves a plan from delay that ends it.' },
      { text: 'Carry one equity decision through its first thirty days.' },
    ],
    audience: ['leaders'],
    format: 'in-person',
    circles: ['equity-leadership'],
    strategies: ['shared-understanding', 'adult-behaviors'],
    prerequisites: [{ kind: 'all', courses: ['leading-racial-discourse'] }],
    equivalents: [],
    clockMinutes: 720,
    memberRate: 0,
    nonMemberRate: 40_000,
    topics: ['systemic-racism'],
    contacts: ['registration-desk', 'cultural-collaborative-office'],
    image: null,
  },
  {
    title: 'Following the Dollars: Budgets, Staffing and Fairness',
    slug: 'following-the-dollars',
    summary: 'Read your own budget and staffing plan for what they say about whom your district serves.',
    story: `A budget is a list of decisions that already happened. In two online mornings you learn to read it that way.

In the first morning you work with a practice district of four schools. You trace three kinds of resources, time, people and money, from the central office down to a single student’s day. Averages hide a lot: the school with the most dollars per student may have the newest teachers and the longest bus rides.

A month later you return with your own numbers. A school finance officer sits with your group while you look for two lines that do not match what your district says it cares about. You draft a half-page memo on each, with a cost and a trade-off.

You do not need a finance background. You do need permission to see your district’s staffing list; we send a letter you can give to your business office.`,
    outcomes: [
      { text: 'Trace time, people and money from the central office to a student’s day.' },
      { text: 'Find where averages cover up unequal chances.' },
      { text: 'Write a short budget memo that names a cost and a trade-off.' },
    ],
    audience: ['leaders'],
    format: 'online',
    circles: ['equity-leadership'],
    strategies: ['statewide-funding', 'shared-understanding'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 360,
    memberRate: 0,
    nonMemberRate: 19_000,
    topics: ['systemic-racism', 'racial-cultural-socioeconomic'],
    contacts: ['registration-desk', 'billing-office'],
    image: null,
  },
  {
    title: 'Hiring and Keeping Teachers of Color',
    slug: 'hiring-and-keeping-teachers-of-color',
    summary: 'Fix the steps where good candidates drop out, and the reasons good colleagues leave.',
    story: `You can lose a teacher in March, when an offer goes out three weeks late, or in the second October, when she is asked to translate one more time. This course looks at both.

## First day: the way in

You draw your district’s hiring path as a map and count the people at each step by race. Then you rewrite one job posting, one set of interview questions and one scoring sheet. A panel of early-career teachers of color tells you which parts of your process spoke to them and which ones sent them elsewhere.

## Second day: the reasons to stay

Two months later you work on what happens after the contract: mentors who are paid, duties that are shared, a schedule that does not leave one person alone, and what to do when families or colleagues cross a line. You leave with three changes, an owner for each, and a date.

Human resources staff and principals learn most when they come as a pair. Join in the room or online.`,
    outcomes: [
      { text: 'See where candidates of color leave your hiring path, and repair two steps.' },
      { text: 'Run an interview with the same fair questions and scores for everyone.' },
      { text: 'Set up support in the first two years that makes people want to stay.' },
    ],
    audience: ['leaders', 'teams'],
    format: 'hybrid',
    circles: ['equity-leadership'],
    strategies: ['recruitment-and-retention'],
    prerequisites: [],
    equivalents: [],
    clockMinutes: 720,
    memberRate: 0,
    nonMemberRate: 38_000,
    topics: ['systemic-racism', 'racial-cultural-socioeconomic'],
    contacts: ['registration-desk'],
    image: null,
  },
  {
    title: 'Rewriting the Rulebook: Policy Review for District Teams',
    slug: 'rewriting-the-rulebook',
    summary: 'Bring one policy and a team of three to six; leave with a new draft and a way to get it adopted.',
    story: `Somewhere in your handbook is a rule that made sense to someone in 1996. Find it before you come.

Your team, ideally a mix of leaders, teachers, a family member and a student, brings one policy: dress code, honors entry, attendance, field-trip fees, whatever keeps coming up. In the morning you read it line by line with four questions. Who was in the room when this was written? Whom does it fall on? What does it cost a family? What would happen without it?

Before lunch another team reads your policy as if they were new in town. Their confusion is your best evidence.

In the afternoon you redraft, in words a sixth grader can follow. You test the draft on three students’ situations, then lay out the path to adoption: who reviews, who votes, what the calendar allows.

## What you take back

A marked-up original, a clean draft, and a two-minute case for it that your student or parent member can deliver.`,
    outcomes: [
      { text: 'Read a policy for whom it burdens, and show the evidence.' },
      { text: 'Draft a fairer rule in plain words and test it on real situations.' },
      { text: 'Plan the steps from draft to adoption.' },
    ],
    audience: ['teams', 'leaders'],
    format: 'in-person',
    circles: ['equity-leadership'],
    strategies: ['adult-behaviors', 'shared-understanding', 'student-voice'],
    prerequisites: [{ kind: 'any', courses: ['following-the-dollars', 'equity-walkthroughs'] }],
    equivalents: [],
    clockMinutes: 360,
    memberRate: 0,
    nonMemberRate: 19_000,
    topics: ['systemic-racism'],
    contacts: ['registration-desk', 'cultural-collaborative-office'],
    image: null,
  },
  {
    title: 'Principals’ Roundtable on Equity',
    slug: 'principals-roundtable-on-equity',
    summary: 'A small, steady group of principals who visit, question and back one another through a school year.',
    story: `Nobody in your building does your job, so it helps to sit with people who do.

The roundtable is three half days with the same ten to twelve principals. Each time, one of you brings a live problem: a staffing choice, a family complaint, a program that sorts students by race. The group asks clarifying questions for fifteen minutes before anyone may offer advice. What is said there stays there.

Between meetings you visit one other member’s school for an hour and write down only what you saw and heard.

No dates are set at the moment. We start a roundtable when ten principals have asked for one, so tell the program office if you would like to be among them.`,
    outcomes: [
      { text: 'Get honest advice on a live problem, and give it.' },
      { text: 'Visit a colleague’s school and report without judging.' },
    ],
    audience: ['leaders'],
    format: 'in-person',
    circles: ['equity-leadership'],
    strategies: ['shared-understanding'],
    prerequisites: [{ kind: 'any', courses: ['racial-discourse-foundations', 'your-own-story-first'] }],
    equivalents: [],
    clockMinutes: 540,
    memberRate: 0,
    nonMemberRate: 27_000,
    topics: ['systemic-racism'],
    contacts: ['cultural-collaborative-office'],
    image: null,
  },
]
