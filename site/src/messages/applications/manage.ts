import { PAPER_LABELS } from '#collections/applications/papers.ts'
import { countOf } from '#collections/values/words.ts'

const sessions = (count: number): string => countOf(count, 'live session', 'live sessions')

/** The words of the page behind the link to one's own application. */
export const manage = {
  title: (name: string) => `Your application: ${name}`,
  description: 'One application, for its owner only.',
  kicker: 'Your application',
  done: {
    saved: 'Saved. You can come back by the same link whenever you like.',
    sent: 'Your application was sent.',
    withdrawn: 'Your application was taken back.',
    asked: 'Your request has reached the desk.',
    accepted: 'You accepted the place.',
    declined: 'You declined the place.',
    named: 'The people of your team were saved.',
    papers: 'What you sent has reached the desk.',
  },
  states: {
    draft: { title: 'Not sent yet', text: 'Nobody at the desk has read it. Send it when it is ready.' },
    late: {
      title: 'Not sent, and the deadline has passed',
      text: 'You can still read what you wrote. It cannot be changed or sent any more.',
    },
    submitted: { title: 'We have it', text: 'We read every application, and write to everybody once it is decided.' },
    ineligible: {
      title: 'Not eligible',
      text: 'By your answers the program cannot take you. If one of them is a mistake, write to the desk, and we look again.',
    },
    correctable: {
      title: 'Not eligible by your answers',
      text: 'If one of them is a mistake, correct it below and send the application again. You can also take it back.',
    },
    refused: {
      title: 'Not eligible',
      text: 'The program cannot take you. If you think that this is a mistake, write to the desk, and we look again.',
    },
    waiting: {
      title: 'You are in line',
      text: 'No place is held for you now. When one is free and it is your turn, we write to you and hold it.',
    },
    offered: { title: 'A place is offered to you', text: '' },
    over: { title: 'The time to answer has passed', text: 'We hold the place for you no longer.' },
    accepted: {
      title: 'The place is yours',
      text: 'You accepted it, and we hold it for you. Your team takes part as soon as the papers are here and the desk has looked at them.',
    },
    enrolled: { title: 'You take part', text: '' },
    declined: { title: 'You declined', text: 'Every place you were offered was declined. You owe nothing.' },
    expired: {
      title: 'The offer ended',
      text: 'We held a place and did not hear from you in time, so we hold it no longer. You owe nothing.',
    },
    closed: {
      title: 'No place this time',
      text: 'Selection has ended, and we have no place for you this time. Thank you for the work you put into it.',
    },
    withdrawn: { title: 'Taken back', text: 'This application was taken back.' },
  },
  sentAt: (moment: string) => `Sent ${moment}.`,
  deadline: (moment: string) => `The deadline is ${moment}.`,
  correctUntil: (moment: string) => `You can correct it until ${moment}.`,
  grace: (moment: string, end: string) =>
    `The deadline was ${moment}. You began before it, so you can still send until ${end}.`,
  changedAt: (moment: string) => `Changed ${moment}. What counts is what you sent last.`,
  changeUntil: (moment: string) => `You can change it until ${moment}.`,
  change: {
    title: 'Change what you sent',
    text: 'What counts is what you send last. Whoever has begun to read it is told what changed. Among equal scores you keep your place by when you sent it first.',
    open: 'Open the form',
  },
  decided: (reason: string) => `The reason: ${reason}`,
  because: (reason: string) => `The reason you gave: ${reason}`,
  reasons: {
    title: 'Why not',
    condition: (text: string) => `You answered “no” to: ${text}`,
    dates: (can: number, least: number) => `You can attend ${sessions(can)}. The program asks for at least ${least}.`,
  },
  refusals: {
    'not-open': 'Applications are not open yet.',
    late: 'The time for this has passed. Nothing was changed.',
    'already-sent': 'This application was sent, and cannot be changed any more. Nothing was changed.',
    unanswered: 'Answer every condition with yes or no.',
    'no-choice': 'Choose at least one collaborative.',
    'same-choice': 'Name each collaborative once.',
    'unknown-choice': 'Choose only collaboratives from the list.',
    'no-offer': 'There is no open offer to answer any more. Nothing was changed.',
    'changed-meanwhile':
      'Your application had changed since you opened this page, perhaps in another window. Nothing was done. This is how it stands now.',
    'terms-changed': 'The price changed while you were reading. Nothing was done. Please look at the offer again.',
    'not-possible': 'This cannot be done with your application as it stands now. Nothing was changed.',
  },
  offer: {
    title: (program: string) => `A place in ${program}`,
    until: (moment: string) => `It is held for you until ${moment}.`,
    mutual: 'Selection is mutual: you choose as well. Accepting, you agree to what stands here.',
    accept: 'Accept this place',
    decline: 'Decline it',
    reason: 'If you decline: why?',
    reasonHint: 'It helps us to plan. You do not have to say.',
    others: 'If you decline, you stay in line for your other choices.',
  },
  agreed: {
    title: 'What you agreed to',
    at: (moment: string) => `You accepted on ${moment}.`,
    place: 'Place in',
    price: 'Price',
    dates: 'Live sessions',
    minimum: 'Minimum',
    minimumText: (least: number, all: number) => `At least ${least} of ${sessions(all)}`,
    noDates: 'We write to you as soon as they are set.',
  },
  days: { title: 'Your live sessions', open: 'See or change', my: 'Everything you registered for' },
  people: {
    title: 'The people of your team',
    lead: (most: number) =>
      `Name up to ${most}. Each gets a confirmation of their own. To take somebody off, clear the row and save.`,
    button: 'Save the people',
    nobody: 'Nobody is named yet.',
  },
  papers: {
    title: 'What we need from you',
    complete: 'Your papers are here',
    completeText:
      'The desk looks at them and enrolls your team. You get a message then. Until then you can still change them.',
    until: (moment: string) => `Send it by ${moment}. After that we can hold the place no longer.`,
    missing: PAPER_LABELS,
    purchaseOrder: 'Number of your purchase order',
    agreement: 'Signed agreement, if we sent you one',
    agreementAgain: 'Signed agreement, in place of the one you sent',
    agreementHint: 'A PDF, or a picture in JPEG or PNG, of at most 10 MB. Not needed with a purchase order.',
    billingName: 'Who gets the bill',
    billingEmail: 'E-mail address for the bill',
    billingAddress: 'Postal address for the bill',
    button: 'Send the papers',
  },
  sent: { title: 'What you sent', draft: 'What you wrote', none: 'No answer', yes: 'Yes', no: 'No' },
  labels: {
    name: 'Name',
    contact: 'Contact',
    email: 'E-mail',
    phone: 'Phone',
    organization: 'District or employer',
    jobTitle: 'Job title',
    team: 'Team',
    people: 'People',
    choices: 'Choices',
    dates: 'Can attend',
  },
  choiceStates: {
    open: '',
    declined: 'you declined it',
    expired: 'the offer ended',
  },
  withdraw: {
    title: 'Take the application back',
    text: 'We do not consider it any further. You owe nothing. This cannot be undone.',
    place:
      'You give up your place, and somebody else can have it. Your days in the program end. You owe nothing. This cannot be undone.',
    asksTitle: 'Leave the program',
    asks: (price: string) =>
      `You agreed to ${price}. Whether you still owe it, the desk decides, and writes to you. Until then your place stays yours.`,
    asksButton: 'Ask to leave',
    asked: (price: string) =>
      `You asked to leave. The desk decides what becomes of the price of ${price}, and writes to you. Until then your place stays yours.`,
    reason: 'Why?',
    reasonHint: 'You do not have to say.',
    button: 'Take it back',
  },
  gone: {
    expired: { title: 'This link has expired', text: 'Links to an application hold for a little over a year.' },
    replaced: {
      title: 'This link was replaced',
      text: 'A newer one was sent. The latest message in your mailbox has it.',
    },
    invalid: {
      title: 'This link opens nothing',
      text: 'A part of it may be missing. Copy the whole link from the message.',
    },
    help: 'To get the link again, apply once more with the same mailbox while applications are open, or write to the desk.',
    toPrograms: 'All collaboratives',
  },
}
