import type { FrameworkContent } from './types.ts'

/** The chart's words: three circles around one result (source: Cultural Collaborative, WMEP), retold. */
export const framework: FrameworkContent = {
  title: 'Three circles, one result',
  intro:
    'Every course of the Cultural Collaborative belongs to one circle of this chart, or to the place where circles meet, and wears that color, shape and pattern wherever you see it. Plan to learn in all three over time, and check what a course asks for first. There are many on ramps: start where you are, try something, change it, and try again. The route is yours to choose. What counts is where it leads.',
  protocolTitle: 'A common protocol for racial discourse',
  protocolText:
    'Talking about race is hard when every person at the table uses different words. That is why we recommend one shared protocol: a small set of agreements and terms that everyone learns early. With it, a group can look calmly at the history behind its schools, at procedures that treat students differently by race, and at why learning varies so much. People who have used a shared vocabulary tell us their later training works better for it.',
  resultTitle: 'Racial equity achievement and opportunity',
  resultText:
    'The middle of the chart is the reason for all of it: schools where knowing a student’s race tells you nothing about how far that student will get, and where the chance to learn is truly open to each one. Cultural competency and equity leadership are the ground. Strong practices and strategies grow on it.',
  visionTitle: 'Our adult learning vision',
  visionIntro:
    'Adults go first. The Cultural Collaborative teaches strategies and changes whole systems so that race stops predicting how students do, and so that schools work as honest partners with students and families of all races.',
  vision: [
    {
      text: 'You grow, and so do your relationships. Taking part raises the cultural competence and the racial awareness of everyone who works in a member district. Relationships become more genuine, and students and staff of all races get support in understanding their own racial and cultural identity.',
    },
    {
      text: 'You are not alone. The Cultural Collaborative trains equity leaders, offers programs for students, and gives you a place to pool what you know, work together and hold one another to your word.',
    },
    {
      text: 'The work lasts. Districts use the Cultural Collaborative to keep racial equity work alive and pick up speed, to break up racism that is built into institutions, and to answer the kinds of resistance that return every time.',
    },
  ],
}
