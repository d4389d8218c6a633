import type { CollaborativeContent } from './types.ts'

const PEER_PROGRAM = 'Peer Collaboratives, Resilient and Healthy Schools and Communities (RHSC), WestEd'

type Peer = Omit<CollaborativeContent, 'name' | 'slug' | 'summary' | 'story' | 'outcomes' | 'order'>

/** Common to the four Peer Collaboratives of WestEd: six teams each, one price for a whole team, survey first. */
const peer: Peer = {
  kind: 'peer-collaborative',
  program: PEER_PROGRAM,
  eligibility: [
    {
      text: 'You apply as a team from one school district, one local education agency (LEA) or one state education agency (SEA).',
    },
  ],
  commitments: [
    { text: 'Answer a short survey, so that the collaborative can be fitted to what your state needs.' },
    { text: 'Take part as a team in workshops, coaching and exchanges with the other teams.' },
  ],
  audience: 'Teams of districts and of regional or state agencies',
  capacity: 6,
  price: 4_500_000,
  placesNote:
    'Up to six teams. The price is $45,000 for the entire team, however many people are on it. Your team may ask for more than one collaborative and rank them.',
  opensOn: null,
  appliesUntil: null,
  timeZone: 'America/Chicago',
  minimumSessions: null,
  onCanceled: 'lowers-both',
  makeUps: 0,
  conditions: [
    {
      text: 'Everyone on the team works for one school district, one local education agency (LEA) or one state education agency (SEA).',
    },
  ],
  questions: [
    {
      text: 'What do you want to be different in your schools or your agency a year from now?',
      hint: 'The collaboratives are fitted to what teams need.',
      kind: 'text',
      required: true,
      wordLimit: 200,
      limitKind: 'hard',
    },
    {
      text: 'Which work does your team already have under way that this could strengthen?',
      kind: 'text',
      required: true,
      wordLimit: 200,
      limitKind: 'hard',
    },
    {
      text: 'How does your team use data about school climate now?',
      kind: 'choice',
      choices: 'Hardly at all\nIn yearly reports\nIn decisions through the year\nTogether with students and families',
      required: true,
    },
    { text: 'How many students do you serve?', kind: 'number', required: false },
    {
      text: 'Is there anything your state asks of you that we should know?',
      kind: 'text',
      required: false,
      wordLimit: 150,
      limitKind: 'advisory',
    },
  ],
  criteria: [
    {
      name: 'Need',
      text: 'The change the team is after is clear, and reaches students who are served worst.',
      points: 4,
    },
    { name: 'Readiness', text: 'There is work under way, and time and people for more.', points: 4 },
    { name: 'Team', text: 'The team can decide and act: roles, levels and departments come together.', points: 4 },
  ],
  offerHours: 80,
  graceMinutes: 15,
  paperDays: 20,
  notice: null,
  contacts: ['peer-collaboratives-desk'],
}

const HOW_IT_WORKS = `## What every team gets

Resources, workshops, colleagues in the same line of work to learn from and call on, and coaching and consulting made for you: for the people who attend, for their colleagues, and for your district or agency team.

## How to join

1. Fill in one application for all four collaboratives. It is a short survey, not a contract.
2. When a place is offered to you, we hold it and send you enrollment information.
3. Your agency decides: accept the place, and your team is enrolled once the papers are settled.

The four collaboratives launch in the summer. Source: Resilient and Healthy Schools and Communities (RHSC) team, WestEd; the description is ours.`

export const collaboratives: CollaborativeContent[] = [
  {
    ...peer,
    name: 'School Climate Data Use',
    slug: 'school-climate-data-use',
    summary:
      'Turn the climate survey results you already have into better decisions for the students who are served worst.',
    story: `Most districts ask students and staff how school feels. Far fewer do something with the answers. In this collaborative your team looks at how it uses climate data now, and gets better at it beside other teams that are trying to do the same.

${HOW_IT_WORKS}`,
    outcomes: [
      { text: 'Let your own climate data guide the goals you set for improving your schools.' },
      { text: 'Grow the skill of using data well, so that it does not rest on one analyst.' },
      { text: 'Take on unfair differences in the support students get and in how things turn out for them.' },
    ],
    order: 1,
  },
  {
    ...peer,
    commitments: [...peer.commitments, { text: 'Bring an initiative of your agency that is already under way.' }],
    name: 'Participatory Systems Change for Equity',
    slug: 'participatory-systems-change-for-equity',
    summary: 'Change a system together with the people it has treated unfairly, starting from what they have lived.',
    story: `Participatory Systems Change for Equity (PSCFE) begins with the people an unfair system has hurt. Their experience is used to understand how the system works, and then everyone acts together to interrupt it. The action may be a policy, a strategy, a budget, an evaluation, a design or another improvement that people make jointly.

Your team does not practice on a made-up case. It applies the approach to an initiative your agency has already begun, and a facilitator is assigned to help you.

${HOW_IT_WORKS}`,
    outcomes: [
      {
        text: 'Understand PSCFE: its elements, and the principles behind change that people make together and that both shows equity and leads to it.',
      },
      { text: 'Apply it to an initiative of your own LEA, with a technical assistance facilitator at your side.' },
      { text: 'Trade experience with other teams, deepen your understanding, and carry ideas home to your community.' },
      {
        text: 'Draw on content specialists, peers who share what they use, affinity spaces and a professional network.',
      },
    ],
    order: 2,
  },
  {
    ...peer,
    name: 'Reimagining School Safety',
    slug: 'reimagining-school-safety',
    summary: 'Safety is more than nothing bad happening: build schools where everyone belongs, is heard and can act.',
    story: `Ask what a safe school is and many people will say one without violence or physical harm. That is needed, and it is not enough. A school is safe for everybody only when good things are there as well: belonging, a voice, the power to act, and ties to one another.

The collaborative has two parts. First your team changes how it thinks. Then it changes what it does at its own site.

${HOW_IT_WORKS}`,
    outcomes: [
      {
        title: 'Part 1',
        text: 'Shift mindset and practice toward a whole view of safety that grows belonging, agency and well-being. You explore street data, co-design, restorative justice and complex adaptive systems, and how ideas of school safety have changed.',
      },
      {
        title: 'Part 2',
        text: 'Use design thinking to rebuild parts of school safety at your site, with structures and habits that last because they become part of processes you already have.',
      },
    ],
    order: 3,
  },
  {
    ...peer,
    name: 'Creating a Culture of Care',
    slug: 'creating-a-culture-of-care',
    summary: 'Put the well-being of students and of staff first, and change the conditions that wear people out.',
    story: `Telling tired people to breathe deeply does not fix what makes them tired. This collaborative takes the well-being of students and staff seriously, and it is frank about how little can be done one person at a time when the trouble lies in the system.

You begin with yourself, go on to what you can do with others, and end at the system.

${HOW_IT_WORKS}`,
    outcomes: [
      { title: 'Personal reflection', text: 'See how care, stress and power show up in your own work.' },
      {
        title: 'Collective action',
        text: 'Act with colleagues and students on something none of you could change alone.',
      },
      { title: 'Systemic change', text: 'Alter the routines and rules that make well-being harder than it has to be.' },
    ],
    order: 4,
  },
  {
    name: 'Educational Equity Community of Practice',
    slug: 'educational-equity-community-of-practice',
    kind: 'community-of-practice',
    program: 'Educational Equity Network, Wisconsin',
    summary:
      'Eight Thursday mornings online in 2024 for equity leaders from Wisconsin districts, with coaching and a project of your own.',
    story: `A community of practice is a group of people who care about the same thing, keep meeting, and get better at it because they do ([Wenger-Trayner](https://www.wenger-trayner.com)). Members tell one another what really happened, mistakes included, think through new ideas and solve problems side by side ([The Social Change Agency](https://thesocialchangeagency.org)).

## Where it comes from

For years the Educational Equity Leadership Series worked on racial inequities in special education in Wisconsin, with partners across the state. This community is its next step. Knowing more is only a start, so it adds coaching and practice, and it aims at equity projects that last in districts, schools and communities.

## What you do

- **Every Thursday:** a live workshop online, three hours.
- **In your own time:** the online learning platform, with more material and activities, up to two hours a week.
- **Book study:** “Punished for Dreaming: How School Reform Harms Black Children and How We Heal” by Dr. Bettina Love.
- **Your project:** coaching while you plan an Educational Equity Project and carry it out.

Along the way you get to know educators who do the same work elsewhere.

## When

Eight Thursdays from February 1 through March 21, 2024, 8:30 to 11:30 a.m. Central Time. Clocks moved ahead on March 10, in the middle of the series; the hour on the clock stayed the same.`,
    outcomes: [
      {
        title: 'Transformational Growth',
        text: 'The network changes so that coaching is built in and district teams can do more on their own.',
      },
      {
        title: 'Thoughtful Reflection',
        text: 'Leaders get room to step back from the rush of the day and think about how they practice equity.',
      },
      {
        title: 'Peer Networks',
        text: 'You learn from, and work with, leaders elsewhere in Wisconsin whose problems look like yours.',
      },
      {
        title: 'Access to Local & National Leaders',
        text: 'You meet people who lead and invent in education, near home and across the country.',
      },
      {
        title: 'Racial Equity Literacy',
        text: 'Racial equity becomes a language you speak with ease and use in everyday work at school and in the district.',
      },
      {
        title: 'Practice Change/Prototyping',
        text: 'Local projects for racial equity get designed, tried out and judged by their results.',
      },
    ],
    eligibility: [
      { text: 'You are an educator in a Wisconsin public PreK-12 school district now.' },
      { text: 'You can attend at least 6 of the 8 live sessions and will use the online platform.' },
      { text: 'You complete a brief application.' },
    ],
    commitments: [
      { text: 'Attend at least 6 live sessions of 3 hours each.' },
      { text: 'Give the online learning platform up to 2 hours a week.' },
      { text: 'Read the book and take part in the book study.' },
      { text: 'Create an Educational Equity Project and carry it out, with a coach.' },
    ],
    audience:
      'Educational leaders in Wisconsin districts that have been identified as having racial disproportionality in special education',
    capacity: null,
    price: null,
    placesNote:
      'Places are limited because the federal Individuals with Disabilities Education Improvement Act (IDEA) pays for them; no number was published. Selection is mutual: the program chooses participants, and those chosen decide whether to accept.',
    opensOn: null,
    appliesUntil: '2024-01-26',
    timeZone: 'America/Chicago',
    minimumSessions: 6,
    onCanceled: 'lowers-both',
    makeUps: 0,
    conditions: [{ text: 'You are an educator in a Wisconsin public PreK-12 school district now.' }],
    questions: [
      {
        text: 'What is your part in equity work in your district?',
        hint: 'Your role, and who you work with.',
        kind: 'text',
        required: true,
        wordLimit: 150,
        limitKind: 'hard',
      },
      {
        text: 'What do you hope to change, and for whom?',
        hint: 'It can become your Educational Equity Project.',
        kind: 'text',
        required: true,
        wordLimit: 250,
        limitKind: 'hard',
      },
      {
        text: 'Has your district been identified as having racial disproportionality in special education?',
        kind: 'choice',
        choices: 'Yes\nNo\nI do not know',
        required: true,
      },
    ],
    criteria: [
      { name: 'Purpose', text: 'It is clear what the applicant wants to change, and for whom.', points: 4 },
      { name: 'Reach', text: 'The applicant can act on it in a school or district.', points: 4 },
      {
        name: 'Commitment',
        text: 'There is time and support for the sessions, the platform and a project.',
        points: 4,
      },
    ],
    offerHours: 24,
    graceMinutes: 15,
    paperDays: 15,
    notice:
      'Applications closed on Friday, January 26, 2024, and new ones are not accepted. The page stays here so that you can see what was offered. The program was open to educators of public PreK-12 school districts in Wisconsin only.',
    contacts: ['community-of-practice-desk'],
    order: 5,
  },
]
