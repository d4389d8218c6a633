import type { RecommendationContent, StrategyContent } from './types.ts'

const SOURCE =
  'Source: Reimagine Minnesota, [Association of Metropolitan School Districts](https://www.amsd.org). The name of the strategy is theirs, the description ours.'

/**
 * The nine key strategies of Reimagine Minnesota (Association of Metropolitan School Districts). Names are exact, the
 * rest is retold. The document does not say which strategy serves which recommendation, so nothing here does either.
 */
export const strategies: StrategyContent[] = [
  {
    name: 'Cultural Competence',
    slug: 'cultural-competence',
    order: 1,
    summary: 'Help teachers build cultural competence, keep it growing, and check whether it is working.',
    story: `A single workshop does not make anyone culturally competent. This strategy has three verbs in it: build the skill, keep it alive, and look at the evidence that it is there.

In a school that might mean a first course for every new teacher, time in the second and third year to go deeper, and a yearly look at what students say about being known and respected.

${SOURCE}`,
  },
  {
    name: 'Personalized Education',
    slug: 'personalized-education',
    order: 2,
    summary: 'Fit learning to each student, and move students ahead instead of holding them back for repairs.',
    story: `When a student is behind, schools often slow down: more review, less of the good material. This strategy turns that around. It puts a personal path first, and it gives speeding up more weight than stepping in after failure.

In a classroom that might mean teaching this week’s grade-level work and fixing only the one earlier skill it depends on, at the moment it is needed.

${SOURCE}`,
  },
  {
    name: 'Cultural Inclusivity',
    slug: 'cultural-inclusivity',
    order: 3,
    summary: 'Write standards, lessons and tests in which students of every culture can find themselves.',
    story: `What is taught and what is tested tells students who counts. This strategy covers all three layers, the standards, the curriculum and the whole set of assessments, because changing one while the others stay put changes little.

In a department that might mean reading every unit with two questions in hand: whose knowledge is here, and who could show what they know on this test?

${SOURCE}`,
  },
  {
    name: 'Recruitment and Retention',
    slug: 'recruitment-and-retention',
    order: 4,
    summary: 'Change the system so that staff of color are hired, supported and glad to stay.',
    story: `Hiring is half of it. Staff of color also leave schools that isolate them, so the second half is making places where people want to stay. The strategy asks for system-wide habits, not a single hiring fair.

In a district that might mean fair interview questions, paid mentors, more than one person of color on a team, and exit interviews that somebody reads.

${SOURCE}`,
  },
  {
    name: 'Student Voice',
    slug: 'student-voice',
    order: 5,
    summary: 'Give students a real say and real leadership, and make sure everyone belongs in the life of the school.',
    story: `Students see the school every day from the seat adults never sit in. This strategy lifts up what they say, puts them in leadership, and pays attention to who feels at home in the halls, the teams and the clubs.

In a building that might mean students on the hiring committee, or a listening session each quarter whose answers are posted along with what the adults will do.

${SOURCE}`,
  },
  {
    name: 'Adult Behaviors',
    slug: 'adult-behaviors',
    order: 6,
    summary: 'End what adults do, and the rules they write, that fall harder on some groups; help adults do better.',
    story: `Uneven numbers in discipline, special education or honors classes come from many small adult decisions and from the policies behind them. This strategy goes after both. It pairs that with support that helps people grow, so that it does not turn into a hunt for someone to blame.

In a team that might mean reading one month of office referrals together, finding the two that should never have been written, and practicing what to do instead.

${SOURCE}`,
  },
  {
    name: 'Community Bridges',
    slug: 'community-bridges',
    order: 7,
    summary: 'Connect school and community so that people, trust and know-how travel both ways.',
    story: `A bridge carries traffic in two directions. Families and neighbors bring language, history, skill and care; schools bring space, time and training. This strategy is about building those links on purpose.

For a school that might mean holding conferences at the library across town, paying a community elder as a teacher, or having parents run part of the meeting.

${SOURCE}`,
  },
  {
    name: 'Shared Understanding',
    slug: 'shared-understanding',
    order: 8,
    summary: 'Give leaders one lasting, common idea of equity and the skill to act on it well.',
    story: `Ask five leaders what equity means and you may get six answers. This strategy wants one understanding that holds over time, even when people change jobs, and it wants leaders who can put it to work at a high level.

In a cabinet that might mean one written definition, used in every budget memo and board report, and regular practice with hard cases.

${SOURCE}`,
  },
  {
    name: 'Statewide Funding',
    slug: 'statewide-funding',
    order: 9,
    summary: 'Pay for schools across the state in a way that gives every student equity, access and opportunity.',
    story: `Some of this costs money that districts do not have. The ninth strategy speaks to the state: fund schools so that where a student lives does not decide what that student is offered.

For a district leader that might mean knowing your own numbers well enough to explain them to a lawmaker, and spending the money you do have where the need is.

${SOURCE}`,
  },
]

/**
 * The three recommendations. The document prints each as one sentence and leaves the first without its number; the titles
 * are the exact words each begins with, the texts are ours.
 */
export const recommendations: RecommendationContent[] = [
  {
    title: 'Effective, diverse stakeholders',
    slug: 'effective-diverse-stakeholders',
    order: 1,
    text: 'Skilled people from many backgrounds who earn one another’s trust, and who use that trust to make classrooms, schools and communities welcoming places where each student and each family gets what they need.',
  },
  {
    title: 'Personalized relevant education and youth development',
    slug: 'personalized-relevant-education',
    order: 2,
    text: 'Learning, in school and out, that fits the person and matters to their life. It promises demanding work to everyone, and it ends the pattern of guessing a result from a student’s race.',
  },
  {
    title: 'Equitable resources (time, talent, funds)',
    slug: 'equitable-resources',
    order: 3,
    text: 'Time, talent and funds go where students need them, so that any school is able to “see all students” and “serve all students.”',
  },
]
