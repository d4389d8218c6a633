import { CONSENT_TEXTS } from '#collections/values/consents.ts'
import { countOf } from '#collections/values/words.ts'
import { colleague } from './colleague.ts'
import { manage } from './manage.ts'

const people = (count: number): string => countOf(count, 'person waits', 'people wait')

/** The words of the pages on which people register and manage what they registered for. */
export const registrations = {
  manage,
  colleague,
  seat: {
    register: (day: string) => `Register for ${day}`,
    wait: 'Join the waitlist',
    of: (course: string, days: string) => `for ${course}, ${days}`,
    line: (count: number) => `${people(count)} for a seat.`,
  },
  form: {
    title: (course: string) => `Register: ${course}`,
    description: (course: string, days: string) => `Register for ${course}, ${days}.`,
    kicker: 'Register for',
    heading: 'Register',
    session: 'The session',
    steps: { label: 'Steps', form: 'Your answers', summary: 'Check and register', sent: 'Done' },
    lead: 'It takes about three minutes. You need no account. On the next page you see what it costs and who pays, before you agree to anything.',
    optional: 'optional',
    waitTitle: 'You would join the waitlist',
    waitText: (waiting: number) =>
      `Every seat is taken right now. ${waiting === 0 ? 'Nobody waits before you.' : `${people(waiting)} before you.`} As soon as a seat is free for you, we offer it to you by e-mail and hold it. Waiting costs nothing.`,
    continue: 'Continue to the summary',
    who: 'Who you are',
    work: 'Where you work',
    part: {
      title: 'How you take part',
      lead: 'One of these fits. It decides the price and who pays it.',
      options: {
        member: { label: 'I work for a member district', text: 'Your district gets the bill.' },
        hosted: {
          label: 'A member district hosts me',
          text: 'You do not work for a member district, but one has agreed to pay everything for your place, also if you do not come. You send no check.',
        },
        guest: {
          label: 'I am a member guest',
          text: 'No member district employs you, but one has given you written permission to come at no charge. Many guests are substitute teachers.',
        },
        sponsored: {
          label: 'Another organization pays for me',
          text: 'You do not work for a member district. Your employer or another organization gets the bill.',
        },
        self: { label: 'I pay for myself', text: 'You do not work for a member district. The bill comes to you.' },
      },
      cost: {
        member: (rate: string) => `${rate}, paid by your district`,
        hosted: (rate: string) => `${rate}, paid by the district that hosts you`,
        guest: 'No charge',
        sponsored: (rate: string) => `${rate}, paid by the organization`,
        self: (rate: string) => `${rate}, paid by you`,
      },
      check: (amount: string, day: string) =>
        `You mail a refundable check of ${amount}. It has to be here by ${day}. You get it back when you come.`,
      checkOver: (day: string) =>
        `A guest’s check had to be here by ${day}. That day has passed. Call the registration desk first.`,
      host: 'District that hosts you',
      permission: 'District that gave you permission',
      hostHint: 'We ask it. If it does not agree before the first day, your registration ends and costs you nothing.',
      permissionHint:
        'You can add the letter on the next page, or later. If the district does not agree before the first day, your registration ends and costs you nothing.',
      sponsor: 'Organization that pays',
      sponsorHint: 'Its bill goes to the address we have for it.',
      sponsorOther: 'Not listed: give its name below',
      sponsorName: 'Its name, where it is not listed',
      sponsorEmail: 'E-mail address for the bill',
      sponsorAddress: 'Mailing address for the bill',
    },
    before: {
      title: 'Before this course',
      lead: (course: string) => `${course} builds on what comes before it.`,
      unlocking: 'You can still get it done in time:',
      noUnlocking: 'No session of it ends before this one starts.',
      question: 'How is it with you?',
      options: {
        completed: { label: 'I completed it', text: 'With us or elsewhere. We compare it with our records.' },
        upcoming: {
          label: 'I will have completed it before this starts',
          text: 'You are registered for it, or are about to be.',
        },
        waiver: {
          label: 'Please waive it for me',
          text: 'A registrar reads your reason and decides. Until then no seat is held for you.',
        },
      },
      completedNote: 'When and where',
      completedHint: 'Helpful if it was not with us.',
      reason: 'Why it should be waived',
      reasonHint: 'Two or three sentences: what you have done or learned that takes its place.',
    },
    order: {
      title: 'Purchase order',
      lead: 'Some districts need one before they pay. If yours does not, leave it as it is.',
      options: {
        none: { label: 'None needed', text: '' },
        pending: { label: 'One is to come', text: 'Your seat is held while we wait for the number.' },
        received: { label: 'I have the number', text: '' },
      },
      number: 'Number of the purchase order',
    },
    needs: {
      title: 'Food and access',
      label: 'What should we know?',
      hint: 'Allergies, a sign language interpreter, large print, a place to nurse, step-free access. Only the people who run the day see this.',
    },
    consents: {
      title: 'Two choices that are yours',
      lead: 'Neither one affects your seat. You can change your mind at any time.',
      mediaRelease: CONSENT_TEXTS.mediaRelease.text,
      mailingList: CONSENT_TEXTS.mailingList.text,
      more: 'What exactly this means',
    },
    errors: {
      title: (count: number) => (count === 1 ? 'One thing to mend' : `${count} things to mend`),
      kept: 'Everything you typed is still here.',
      page: (title: string) => `Please check: ${title}`,
      letter: 'If you had chosen a letter to send along, choose it again.',
    },
  },
  closed: {
    reasons: {
      canceled: { title: 'This session is canceled', text: 'We canceled it. Nobody owes anything for it.' },
      past: { title: 'This session is over', text: 'It has taken place.' },
      'under-way': { title: 'This session is under way', text: 'It has started, so nobody can join it any more.' },
      'not-open': { title: 'Registration has not opened yet', text: 'Come back when it has.' },
      closed: { title: 'Registration has closed', text: 'The last day to register has passed.' },
      'waitlist-full': {
        title: 'The waitlist is full',
        text: 'All seats are taken, and as many people wait for one as we can keep in line.',
      },
    },
    opens: (moment: string) => `It opens ${moment}.`,
    closedAt: (moment: string) => `It closed ${moment}.`,
    nothing: 'Nothing was sent, and you are not registered.',
    others: 'Other dates of this course',
    noOthers: 'No other date of this course is open right now.',
    toCourse: 'Go to the course',
  },
  summary: {
    title: (course: string) => `Summary: ${course}`,
    heading: 'Is this right?',
    notYet: 'You are not registered yet. Read this page, then press the button at its end.',
    outcome: {
      confirmed: { title: 'There is a seat for you', text: 'It is yours once you press the button.' },
      waitlisted: {
        title: (position: number) => `You would be number ${position} on the waitlist`,
        text: 'When a seat is free for you, we offer it to you by e-mail and hold it. Waiting costs nothing.',
      },
      requested: {
        title: 'A registrar decides first',
        text: 'We read why the prerequisite should be waived and write to you. No seat is held until then.',
      },
    },
    rows: {
      price: 'Price',
      payer: 'Bills go to',
      nobody: 'Nobody',
      free: 'Free to cancel until',
      fee: 'After that',
      check: 'Your check',
      order: 'Purchase order',
      gate: 'Prerequisite',
      ifRefused: 'If the district or organization does not pay, the bill comes to you.',
    },
    event: (days: string) => `For ${days}`,
    freeOver: (moment: string) => `Not any more: that was until ${moment}`,
    feeText: (amount: string) => `${amount} for each day you cancel late, unless somebody else takes your seat`,
    missedText: {
      larger:
        'If you do not come without canceling, a day costs its share of the price or the fee, whichever is larger, never both.',
      both: 'If you do not come without canceling, the price is owed as well as the fee.',
    },
    missedFree: (amount: string) => `If you do not come without canceling, it is ${amount} for each day too.`,
    noFee: 'No fee',
    checkText: (amount: string, day: string) => `${amount}, refundable. It has to be here by ${day}.`,
    checkNoMail: (due: string) => `It is due ${due}, when no mail comes. So the mail day before it counts.`,
    checkPolicy: 'Whom to make it out to, and where to mail it',
    checkOver: 'That day has passed. Call the registration desk before you register as a guest.',
    orderUntil: (moment: string) => `We wait for the number until ${moment}.`,
    orderNumber: (number: string) => `Number ${number}`,
    letter: {
      title: 'Your letter of permission',
      label: 'Letter from the district',
      hint: 'PDF, JPEG or PNG, 10 MB at most. You can also add it later through the link we send you.',
    },
    answers: 'What you told us',
    edit: 'Change my answers',
    labels: {
      name: 'Name',
      email: 'E-mail',
      phone: 'Phone',
      employer: 'Employer',
      jobTitle: 'What you do',
      part: 'You take part as',
      host: 'District',
      sponsor: 'Bill goes to',
      needs: 'Food and access',
      gate: 'Prerequisite',
      consents: 'Pictures and recordings',
      mail: 'Mailing list',
    },
    yes: 'Yes',
    no: 'No',
    none: 'Nothing',
    terms: {
      title: 'What you agree to',
      lead: 'The full text. We keep it with your registration exactly as it stands here, and you can read it again at any time.',
      changed:
        'Our terms changed while you were filling in the form. Below is the new text. Please read it and tick the box again.',
      asOf: (day: string) => `as of ${day}`,
      accept: 'I have read these terms and agree to them.',
      missing: 'Tick the box to agree to the terms. Without that we cannot register you.',
    },
    confirm: {
      confirmed: (day: string) => `Register for ${day}`,
      waitlisted: 'Join the waitlist',
      requested: 'Send my request',
    },
    once: 'Once is enough: pressing twice does not register you twice.',
  },
  received: {
    title: {
      confirmed: 'You have a seat',
      held: 'A seat is held for you: please confirm',
      waitlisted: 'You are on the waitlist',
      requested: 'Your request is with us',
    },
    mail: (mailbox: string) =>
      `A message is on its way to ${mailbox}. It says where you stand and holds the link with which you change or cancel.`,
    before: 'If you had registered before, your first registration stays as it is; the message says so.',
    spam: 'Nothing there in ten minutes? Look in the spam folder, then ask for the link again.',
    again: 'Ask for the link again',
    next: 'What happens next',
    steps: {
      confirmed: (moment: string) => `You can cancel free of charge until ${moment}.`,
      freeOver: (moment: string) => `Canceling is no longer free of charge. It was until ${moment}.`,
      held: (minutes: number) =>
        `Many seats were taken within minutes, so we ask everyone to confirm. Open the message and press “Keep the seat” within ${minutes} minutes; after that the next person gets it.`,
      waitlisted: 'When a seat is free for you, we offer it by e-mail. The message says until when it is held.',
      requested: 'A registrar reads your reason and writes to you.',
      come: (moment: string) => `The session starts ${moment}.`,
    },
    calendar: 'The message also brings the dates for your calendar.',
    more: 'Look at other courses',
    gone: 'This page has expired',
    goneText: 'It was only meant for the moment after you registered. What you sent is not affected.',
  },
  refused: {
    title: 'We could not read what was sent',
    text: 'Go back and send the form again. Nothing was saved.',
    400: 'What was sent is cut short or not well formed.',
    403: 'It came from another website. For your safety we take forms only from our own pages.',
    413: 'It is too large. A letter may have 10 MB at most.',
    415: 'It is of a kind this address does not take.',
    404: 'There is no such session of this course.',
  },
}
