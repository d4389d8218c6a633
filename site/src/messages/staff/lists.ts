/** The words of the lists that leave the desk. */
export const lists = {
  save: 'Save as',
  title: 'Lists to save',
  lead: 'Each with named columns, for a spreadsheet. Formulas do not run in them, and long numbers stay as they are. A list saved from its own page keeps what the page was narrowed to.',
  columns: { list: 'List', file: 'Save as' },
  names: {
    registrations: 'Registrations, with attendance and clock hours',
    people: 'People',
    consents: 'Consents, each with its text and moment',
    'mailing-list': 'The mailing list: who said yes, when, and to which words',
    organizations: 'Organizations',
    charges: 'Lines of money',
    statements: 'Statements',
    checks: 'Checks',
    applications: 'Applications',
    submissions: 'Work for micro-credentials',
    awards: 'Certificates and badges',
    messages: 'Messages',
    evaluations: 'Evaluations: how often each answer was given',
    aging: 'What is owed, by how long it is overdue',
  },
}
