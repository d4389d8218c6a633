import type { ContactContent } from './types.ts'

/** Roles instead of names; addresses and numbers that reach no one. */
export const contacts: ContactContent[] = [
  {
    name: 'Registration desk',
    slug: 'registration-desk',
    duties:
      'Seats, waitlists, changes, cancellations, member guests’ permission letters, and anything that has to do with a date.',
    email: 'registration@example.org',
    phone: '612-555-0111',
    hours: 'Monday to Friday, 8 a.m. to 4:30 p.m. Central Time',
    address: 'Cultural Collaborative, Registration desk\n400 Example Avenue\nTamarack Bend, MN 55000',
    order: 1,
  },
  {
    name: 'Cultural Collaborative program office',
    slug: 'cultural-collaborative-office',
    duties:
      'Which course to begin with, how circles and prerequisites fit together, and courses held in your own district.',
    email: 'cultural-collaborative@example.org',
    phone: '612-555-0104',
    hours: 'Monday to Thursday, 9 a.m. to 4 p.m. Central Time',
    order: 2,
  },
  {
    name: 'Billing office',
    slug: 'billing-office',
    duties: 'Invoices, purchase orders, district statements, our W-9 form, and questions about a no-show fee.',
    email: 'billing@example.org',
    phone: '612-555-0118',
    hours: 'Monday to Friday, 8 a.m. to 3 p.m. Central Time',
    address: 'Cultural Collaborative, Billing office\n400 Example Avenue\nTamarack Bend, MN 55000',
    order: 3,
  },
  {
    name: 'Guest deposits',
    slug: 'guest-deposits',
    duties: 'Deposit checks of member guests: whether yours has arrived, and when it goes back to you.',
    email: 'deposits@example.org',
    phone: '612-555-0119',
    hours: 'Tuesday and Thursday, 9 a.m. to noon Central Time',
    address: 'Cultural Collaborative, Guest deposits\n400 Example Avenue\nTamarack Bend, MN 55000',
    order: 4,
  },
  {
    name: 'Accessibility services',
    slug: 'accessibility-services',
    duties:
      'Interpreters, captions, large print, step-free rooms, and any part of this site that does not work for you.',
    email: 'accessibility@example.org',
    phone: '612-555-0122',
    hours: 'Monday to Friday, 8 a.m. to 4:30 p.m. Central Time',
    order: 5,
  },
  {
    name: 'Peer Collaboratives desk',
    slug: 'peer-collaboratives-desk',
    duties: 'The interest survey, enrollment information, team agreements and the four Peer Collaboratives.',
    email: 'peer-collaboratives@example.org',
    phone: '612-555-0133',
    hours: 'Monday to Friday, 9 a.m. to 4 p.m. Central Time',
    order: 6,
  },
  {
    name: 'Community of Practice desk',
    slug: 'community-of-practice-desk',
    duties: 'The Educational Equity Community of Practice: attendance, the learning platform and projects under way.',
    email: 'community-of-practice@example.org',
    phone: '608-555-0146',
    hours: 'Monday to Friday, 8:30 a.m. to 4 p.m. Central Time',
    order: 7,
  },
  {
    name: 'Credential reviews',
    slug: 'credential-reviews',
    duties: 'Handing in evidence, reviewers’ comments, trying again, and checking that an award is genuine.',
    email: 'credentials@example.org',
    phone: '612-555-0157',
    hours: 'Monday to Friday, 9 a.m. to 4 p.m. Central Time',
    order: 8,
  },
]
