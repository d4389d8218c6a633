import { people } from './count.ts'

/** The words of what is done to several people of a roster at once. */
export const many = {
  choose: 'With those who are ticked',
  tick: (name: string) => `Choose ${name}`,
  all: (count: number) => `All ${count} with a seat`,
  ways: { cancel: 'Cancel…', excuse: 'Excuse…', move: 'Move…', write: 'Write…' },
  titles: { cancel: 'Cancel for several', excuse: 'Excuse several', move: 'Move several', write: 'Write to several' },
  lead: {
    cancel: 'This is what canceling now would do, by the same rules as for one. Each person gets a letter.',
    excuse: 'An excused day costs no fee.',
    move: 'Each person keeps the seat here until the one there is theirs. Nobody who waits is passed.',
    write: '',
  },
  columns: { name: 'Name', stands: 'Stands', does: 'What it does' },
  free: 'no fee',
  fee: (amount: string) => `a fee of ${amount} is proposed`,
  excused: 'is excused',
  moved: 'moves, if a seat is left when it is their turn',
  day: 'Day',
  to: 'To which date',
  seats: (count: number | null) =>
    count === null ? 'no seat limit' : count === 1 ? '1 seat free' : `${count} seats free`,
  reason: 'Reason',
  reasonHint: 'Stays in the log. On a cancellation the person reads it.',
  look: 'Look again',
  buttons: {
    cancel: (count: number) => `Cancel for ${people(count)}`,
    excuse: (count: number) => `Excuse ${people(count)}`,
    move: (count: number) => `Move ${people(count)}`,
  },
  nobody: 'Tick at least one person.',
  noReason: 'Give a reason. It stays in the log.',
  noDay: 'Choose a day.',
  noDate: 'Choose a date.',
  refused: (refused: number, done: number) =>
    `${done === 0 ? 'Nothing was done' : `Done for ${people(done)}`}. ${people(refused)} ${refused === 1 ? 'is' : 'are'} still to look at, for the reason beside the name.`,
  done: {
    'many-cancel': 'Canceled for everybody you chose.',
    'many-excuse': 'Excused.',
    'many-move': 'Moved. Each person is told.',
  },
}

/** The words of a text of the desk to people of a roster. */
export const writing = {
  title: 'Write to people of this roster',
  who: 'To whom',
  about: 'About',
  aboutHint: 'Stands first in the subject.',
  text: 'Text',
  textHint: (names: string) => `Stands under the greeting. An empty line parts paragraphs. It can fill in ${names}.`,
  look: 'Show every message',
  messages: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
  lead: (answers: string) => `Nothing is sent yet. This is what each person would read; answers go to ${answers}.`,
  to: 'To',
  send: (count: number) => (count === 1 ? 'Send 1 message' : `Send ${count} messages`),
  nobody: 'Tick at least one person who has a mailbox.',
  done: { 'roster-written': 'The messages are on their way. Each stands on the page of its person.' },
}
