import { people } from './count.ts'

/** The words at the door of a session. */
export const door = {
  title: 'Door',
  search: 'Find a name',
  here: (here: number, of: number) => `${here} of ${of} here`,
  present: 'Present',
  undo: 'Undo',
  partly: 'Partly',
  minutes: (whole: number) => `Minutes, of ${whole}`,
  save: 'Save',
  absent: 'Absent',
  more: 'More',
  excuse: 'Excused',
  waiting: 'Waitlist',
  waitingText: 'They come before anybody who is not registered.',
  seatAndMark: 'Seat and mark present',
  seatReason: 'Stood at the door while a seat was free.',
  walkIn: 'Somebody is not on the list',
  sheet: 'Sign-in sheet',
  enter: 'Enter the whole day',
  nobody: 'Nobody has a seat in this session.',
  noMatch: (words: string) => `No name begins with “${words}”.`,
  notYet: 'This day has not come yet. Until then, people can only be excused.',
  calledOff: 'This day was canceled by us. There is nothing to record.',
  close: 'Close the day',
  closeText: (count: number) =>
    `${people(count)} ${count === 1 ? 'is' : 'are'} not recorded. Closing the day marks them absent and proposes the fees for them. You can still correct each one.`,
  unsaved: (count: string) => `${count} not saved yet. They are kept on this phone and sent when the network is back.`,
  refusedSome: 'Could not be saved:',
  noPhotographs: 'No photographs',
}

/** The sheet that is printed and signed there. */
export const sheet = {
  title: 'Sign-in sheet',
  number: 'No.',
  name: 'Name',
  from: 'From',
  signature: 'Signature',
  arrived: 'Came at',
  left: 'Left at',
  walkIns: 'Not on the list',
  email: 'E-mail address',
  print: 'Print',
  hint: 'Print it, have people sign, and enter it afterwards.',
  needs: 'Needs',
}

/** Entering the day afterwards. */
export const enter = {
  title: 'Enter the day',
  lead: 'One line for each person. What stands here already is shown; change what is different, and save once. Saving the same sheet again changes nothing.',
  nothing: 'Not recorded',
  minutes: 'Minutes',
  save: 'Save the sheet',
  without: 'On the sheet without a seat',
  withoutText:
    'Who waited or had canceled, and came: tick them. They have a seat then and were here, and whoever had canceled is registered anew.',
  restHere: 'Save; everyone else was here',
  kept: 'What you had entered before is back, and not saved yet.',
  notTaken: 'These lines were not taken',
}
