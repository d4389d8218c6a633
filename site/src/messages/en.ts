/** Every text a person reads on the public site. Parameters that are words arrive formatted. */
export const en = {
  /** Calendars, the news feed and what search engines read. */
  feeds: {
    author: 'Onramp',
    title: 'Onramp: what is new',
    subtitle: 'Professional learning in educational equity, shared by several school districts.',
    calendar: 'Onramp: all dates',
    online: 'Online',
    formats: {
      'in-person': 'In person.',
      online: 'Online. The link comes to everyone who holds a seat.',
      hybrid: 'In person or online, as you choose. The link comes to everyone who holds a seat.',
    },
    titleOn: (title: string, day: string) => `${title} · ${day}`,
    dayOf: (title: string, day: number, days: number) => `${title} (day ${day} of ${days})`,
    canceled: (title: string) => `Canceled: ${title}`,
    canceledPlainly: 'This session is canceled.',
    canceledBecause: (reason: string) => `This session is canceled. ${reason}`,
    hours: (clockHours: string) => `${clockHours} in all.`,
    opensOn: (day: string) => `Registration opens ${day}.`,
    registerBy: (moment: string) => `Register by ${moment}.`,
    freeUntil: (moment: string) => `You can cancel free of charge until ${moment}.`,
    details: (address: string) => `Details: ${address}`,
    noSuchCourse: (courses: string) => `There is no course at this address. All courses: ${courses}`,
    memberRate: 'Member districts',
    nonMemberRate: 'Everyone else',
  },
}

export type Messages = typeof en
