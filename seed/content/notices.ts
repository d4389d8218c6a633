import type { NoticeContent } from './types.ts'

export const notices: NoticeContent[] = [
  {
    title: 'Not sure where to begin?',
    text: 'Walk through all three circles in one morning, in the room or online. It costs nothing, whoever you work for.',
    tone: 'info',
    from: { offset: -7 },
    until: { offset: 8 },
    linkLabel: 'See Three Circles in One Morning',
    linkPath: '/courses/three-circles-in-one-morning',
    order: 1,
  },
  {
    title: 'Four Peer Collaboratives, six teams each',
    text: 'One application covers all four. Say which you want, answer a short survey, and decide when a place is offered to you.',
    tone: 'important',
    from: { offset: -20 },
    until: { offset: 90 },
    linkLabel: 'Compare the four collaboratives',
    linkPath: '/collaboratives',
    order: 2,
  },
  {
    title: 'Community of Practice: applications are closed',
    text: 'The deadline was Friday, January 26, 2024. You can still read about the program.',
    tone: 'closed',
    from: { date: '2024-01-27' },
    until: null,
    linkLabel: 'Read about the Community of Practice',
    linkPath: '/collaboratives/educational-equity-community-of-practice',
    order: 3,
  },
]
