import type { CircleContent } from './types.ts'

/** The three circles of the Cultural Collaborative's framework chart (WMEP). The colors are ours; the source prints none. */
export const circles: CircleContent[] = [
  {
    name: 'Practices and Strategies',
    slug: 'practices-and-strategies',
    color: '#0a666b',
    shape: 'square',
    pattern: 'lines',
    order: 1,
    summary:
      'Teaching you can use on Monday, built on what students do well and aimed at results that race does not predict.',
    story: `This circle is about the work of teaching itself: the task on the table, the text you choose, the way you group, question, grade and respond.

Each course starts from students’ strengths. You ask what a student already knows, speaks and loves, then build rigorous work on top of it. A list of what is missing is never the starting point.

You also look past your own room. When a schedule, a placement rule or a grading habit keeps sorting students by race, better lessons alone will not fix it, so these courses give you tools for changing the system as well.

## What changes for students

They take part more, grow faster and leave with work they are proud of, because their teacher has more good moves to choose from.`,
  },
  {
    name: 'Cultural Competency',
    slug: 'cultural-competency',
    color: '#8e1e57',
    shape: 'circle',
    pattern: 'dots',
    order: 2,
    summary:
      'Know your own story, learn about others with care, and build honest relationships with students of every race.',
    story: `You cannot meet students where they are until you know where you stand. Courses in this circle begin with you: your race, your culture, the rules you learned at home and in school, and how they show up when you teach.

From there you practice listening. You learn about the histories and daily lives of the people in your community, and you notice race without rushing past it. Young people need the same chance, so you also learn how to support students as they work out who they are.

## What changes for students

Many students learn from adults who did not grow up the way they did. When those adults understand more, trust comes sooner, and students do better work for people they trust.`,
  },
  {
    name: 'Equity Leadership',
    slug: 'equity-leadership',
    color: '#a04a0d',
    shape: 'triangle',
    pattern: 'waves',
    order: 3,
    summary:
      'Keep racial equity work going in a whole district, speed it up, and meet the resistance you can see coming.',
    story: `Good work fades when it depends on one person. This circle is for people who lead: superintendents and principals, and also teachers, coaches and office staff whom others follow.

You practice naming racism that is built into ordinary procedures, and you change the procedure. You learn the forms that pushback usually takes, so that it does not catch you by surprise and does not stop you.

## What changes for students

Doors open. Students who were kept out of a class, a program or a room by habit get in, and schools that make room for them see more engagement and better results.`,
  },
]
