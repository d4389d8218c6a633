/** The words of what is kept of people: everything in one file, erasing somebody, and what is over. */
export const privacy = {
  kept: 'What we keep of them',
  keptText: 'Everything about this person in one file, to read or for another program. Links of others are not in it.',
  transcript: 'Transcript (PDF)',
  transcriptTable: 'Transcript, as a table (CSV)',
  readable: 'Everything, to read',
  data: 'Everything, as data (JSON)',
  erase: 'Erase this person',
  erasedOn: (day: string) => `Erased on ${day}. What they did counts on, under no name.`,
  title: (name: string) => `Erase ${name}`,
  lead: 'This is what would happen. Nothing is erased until the form below is sent, and then it cannot be undone. Copies of the database that were made before keep what they have until they are replaced.',
  hindrances: 'First',
  columns: { what: 'Records', count: 'How many', goes: 'What goes', stays: 'What stays, and why' },
  nothing: 'Nothing',
  others: (count: number) =>
    count === 1
      ? 'The name also goes from one record of somebody else, such as a colleague who took over a seat.'
      : `The name also goes from ${count} records of other people, such as a colleague who took over a seat.`,
  form: 'Erase',
  reason: 'Why',
  reasons: {
    asked: 'They asked for it',
    expired: 'The time records are kept for is over',
    mistake: 'The record was made by mistake',
  },
  awards: 'Certificates and badges that were issued',
  awardsKeep: 'Stay as they are, with the name: they want to go on showing them',
  awardsErase: 'Lose the name too',
  sure: 'I have read what goes. It cannot be undone.',
  button: 'Erase this person for good',
  onlyAdmins: 'Only an admin can erase somebody. Ask one to open this page.',
  overTitle: 'Records that are over',
  overLink: 'Look at what the next night would erase',
  overLead:
    'For how long records of people are kept is a setting. What is over is erased each night, and the log says how much that was. This is what the next night would erase.',
  overColumns: { what: 'Records', months: 'Kept for', over: 'Over by now' },
  months: (months: number) => (months === 1 ? 'one month' : `${months} months`),
  forGood: 'Kept for good',
  overSettings: 'Change how long records are kept',
  overMoney:
    'Money is kept in any case, under no name once its person is erased. Somebody of whom something is open is left for a later night.',
  done: {
    erased: 'Erased. What they did counts on, under no name.',
  },
}

/** The words on a person’s own page. */
export const ownData = {
  title: 'What we keep about you',
  text: 'All of it, in one file: to read, or as data for another program. To have it erased, write to us.',
  readable: 'Save it to read',
  data: 'Save it as data (JSON)',
  gone: 'This link does not open anything any more. Ask for a new one.',
}
