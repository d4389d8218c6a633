/** The words of reports, the same on the page, in the document and in the table. */
export const REPORT_WORDS = {
  title: 'Report for the board',
  head: ['From', 'Until', 'About', 'Group', 'People', 'Registrations, or the figure', 'Clock hours', 'Days missed'],
  all: 'All',
  few: 'not shown',
  few4: ['not shown', 'not shown', 'not shown', 'not shown'],
  fewText:
    'Not shown: fewer than ten people, or a group from which fewer than ten could be worked out. That protects whoever would be known by it.',
  people: 'People who attended',
  registrations: 'Registrations',
  hours: 'Clock hours',
  missed: 'Days missed without an excuse',
  unmet: 'Waited and never had a seat',
  seatsOffered: 'Seats offered, where their number is limited',
  seatsTaken: 'Seats taken of them',
  billed: 'Billed, less what was taken back',
  fees: 'No-show fees of it',
  received: 'Money that came in',
  dimensions: {
    district: 'District',
    circle: 'Circle',
    strategy: 'Strategy',
    course: 'Course or program',
    month: 'Month in which the session began',
  },
  map: 'People by district over circles and strategies',
} as const
