import { countOf } from '#collections/values/words.ts'
import { manage } from './manage.ts'

/** The words of the pages on which people and teams apply for a place in a collaborative. */
export const applications = {
  manage,
  title: (name: string) => `Apply: ${name}`,
  description: (name: string) => `Apply for a place in ${name}.`,
  heading: { person: 'Apply', team: 'Apply as a team' },
  lead: {
    person:
      'First we ask whether the program can take you, then a few questions. You need no account, and you can stop at any time: we send you a link to go on.',
    team: 'One application covers every collaborative you want. It commits you to nothing. You need no account, and you can stop at any time: we send you a link to go on.',
  },
  facts: {
    price: 'Price',
    places: 'Places',
    until: 'Apply by',
    noEnd: 'There is no closing date yet.',
    opens: 'Opens',
    dates: 'Live sessions',
    minimum: 'Minimum',
    left: (left: number, all: string) =>
      left === 0 ? `None free now (${all} in all); you can wait in line` : `Room for ${left} of ${all}`,
    atLeast: (least: number, all: number) => `Attend at least ${least} of ${all} live sessions`,
    about: 'About the program',
  },
  parts: {
    eligibility: {
      title: 'Can the program take you?',
      lead: 'Start here. If an answer is no, you can still send the application, and we look at it.',
      yes: 'Yes',
      no: 'No',
      noNote: 'The program asks this of everyone. You can still apply: the desk will look at your case.',
      dates: (least: number, all: number) =>
        `Which of the ${all} live sessions can you attend? You need at least ${least}.`,
    },
    you: {
      person: 'Who you are',
      team: 'Your contact',
      teamLead: 'We write to this person about everything.',
      emailFixed: 'The link to this application was sent there, so it stays.',
    },
    team: {
      title: 'Your team',
      name: 'Name of the team',
      nameHint: 'Such as the name of your district, or of the office.',
      kind: 'Your team is from a',
    },
    members: {
      title: 'The people of the team',
      lead: (most: number) =>
        `Name them now, or later when you have a place. Rows you leave empty are left out. At most ${most}.`,
      person: (at: number) => `Person ${at}`,
      name: 'Name',
      email: 'E-mail address',
      jobTitle: 'Job title',
      open: 'Name people now',
      more: 'Add more rows',
    },
    choices: {
      title: 'Which collaboratives, and in which order',
      lead: 'Each takes up to the number of teams shown. Choose one or several: we offer you a place in the one highest on your list that has room.',
      place: (at: number) => `${['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'][at - 1] ?? `${at}.`} choice`,
      none: 'None',
      notOpen: 'Not open for applications now',
    },
    questions: { person: 'Your application', team: 'The survey' },
    choose: 'Choose an answer',
    number: 'In digits, such as 4,200.',
  },
  buttons: {
    save: 'Save and send me the link',
    send: 'Send application',
    keep: 'Save',
    note: 'To save, your name and e-mail address are enough.',
  },
  late: {
    closed: { title: 'Applications are closed', text: 'We do not take new applications any more.' },
    'not-open': {
      title: 'Applications have not opened yet',
      text: 'Come back when they have. This page changes by itself.',
    },
    closedAt: (moment: string) => `The last moment to apply was ${moment}.`,
    opensAt: (moment: string) => `You can apply from ${moment}.`,
    opensLater: 'The first day to apply has not been set.',
    notSent: 'Nothing was sent. What you typed is below, so that you can copy it.',
    begun: (minutes: number) =>
      `If you began before the deadline and saved, open the link we sent you: a draft can be sent for ${countOf(minutes, 'more minute', 'more minutes')} after it.`,
    typed: 'What you typed',
    others: 'Open now',
    ask: 'Ask the desk',
  },
  applied: {
    title: {
      saved: 'Your application is kept',
      sent: 'Thank you for your application',
      ineligible: 'Thank you for your application',
    },
    mail: (mailbox: string) => `We write to ${mailbox} now.`,
    text: {
      saved:
        'The message has a link that opens your application without a password. Nothing has been sent to the desk yet.',
      sent: 'The message confirms what we have, and has a link that opens your application without a password.',
      ineligible:
        'By your answers the program cannot take you. The message says which of them, and the desk can look again.',
    },
    before:
      'If this mailbox had an application before, we kept that one as it was. The message says so, and has the link to it.',
    next: 'What happens next',
    steps: {
      saved: ['Open the link and go on whenever you like.', 'Send the application when it is ready.'],
      sent: [
        'We read every application.',
        'We write to everybody once it is decided.',
        'If a place is offered to you, you decide: you accept it or decline it by the same link.',
      ],
      ineligible: [
        'The message names the reasons.',
        'If one of your answers is a mistake, correct it by the link in the message, as long as applications are open.',
        'If you think that we are mistaken, answer the message, and we look again.',
      ],
    },
    until: (moment: string) => `The deadline is ${moment}.`,
    spam: 'No message within ten minutes? Look in your spam folder, or apply again with the same mailbox: we send you the link to what is there.',
    back: 'Back to the program',
    gone: 'This page is no longer here',
    goneText:
      'It was shown for a day after something was sent. The message in your mailbox has the link to your application.',
  },
  json: { closed: 'Applications are closed.', 'not-open': 'Applications have not opened yet.' },
}
