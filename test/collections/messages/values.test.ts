import { describe, expect, test } from 'vitest'
import type { Invoice } from '#collections/kernel/payload-types.ts'
import { render } from '#collections/messages/render.ts'
import { DEFAULTS } from '#collections/templates/defaults.ts'
import { statementValues } from '#collections/messages/statements.ts'
import { mailboxValues, plainName, valuesOf } from '#collections/messages/values.ts'
import type { Placeholder } from '#collections/templates/placeholders.ts'
import type { MessageKind } from '#collections/templates/states.ts'
import { someFacts } from '#test/support/facts.ts'
import { aDay, at, SECRET } from '#test/support/views.ts'

type Given = NonNullable<Parameters<typeof someFacts>[0]>

const value = (name: Placeholder, given: Given = {}, kind: MessageKind = 'confirmed') =>
  valuesOf(kind, someFacts(given))[name]

/** A letter as it is first worded, filled in. */
const textOf = (kind: MessageKind, given: Given): string =>
  render(DEFAULTS[kind], valuesOf(kind, someFacts(given)), 'en', 'Agency').text

const twoDays: Given = {
  session: { days: [aDay('2026-10-15'), aDay('2026-11-12')] },
  agreed: {
    events: [
      { days: ['2026-10-15'], freeUntil: '2026-10-09T04:59:59.999Z' },
      { days: ['2026-11-12'], freeUntil: '2026-11-06T05:59:59.999Z' },
    ],
  },
}
const guest: Given = {
  registration: { participation: 'guest', payer: { kind: 'person', name: 'Jordan Example', reason: 'guest' } },
  agreed: {
    price: { rate: 'none', cents: null },
    check: { cents: 10_000, due: '2026-10-05', lastMailDay: '2026-10-05' },
  },
}

describe('days', () => {
  test('each with weekday, hours, zone and place', () => {
    expect(value('schedule')).toBe(
      'Thursday, October 15, 2026, 8:30 AM–3:30 PM CT, Learning Center, Room 110, 400 Example Avenue, Tamarack Bend, MN 55000',
    )
    expect(value('starts')).toBe('Thursday, October 15, 2026, 8:30 AM CT')
  })

  test('those of another zone are said on its clock', () => {
    expect(value('starts', { session: { timeZone: 'America/New_York' } })).toBe(
      'Thursday, October 15, 2026, 8:30 AM ET',
    )
  })

  const link: Given = { session: { format: 'online', days: [aDay('2026-10-15', { place: null, address: null })] } }
  test.each<[string, Given, MessageKind, boolean]>([
    ['whoever has a seat', {}, 'confirmed', true],
    ['whoever waits', { registration: { status: 'waitlisted' } }, 'waitlisted', false],
    ['whoever is offered one', { registration: { status: 'offered' } }, 'offered', false],
    ['whoever asked to be let in', { registration: { status: 'requested' } }, 'requested', false],
    ['whoever canceled', { registration: { status: 'canceled' } }, 'canceled', false],
    ['whoever handed it on', {}, 'substituted', false],
  ])('the link is for people with a seat: %s', (_, given, kind, isShown) => {
    expect(value('schedule', { ...link, ...given }, kind)!.includes(SECRET)).toBe(isShown)
  })

  test('days that were canceled, by us or by the person, are not on the list', () => {
    const days = [aDay('2026-10-15'), aDay('2026-11-12', { canceled: true }), aDay('2026-12-10')]
    const given = { session: { days }, attendance: [{ date: '2026-10-15', state: 'canceled' as const }] }
    expect(value('schedule', given)).toMatch(/^Thursday, December 10, 2026[^\n]+$/)
  })

  test('what is different from what one was told', () => {
    const notifiedDays = JSON.stringify([
      'America/Chicago',
      ['2026-10-15', '08:30', '15:30', 'Room 1', null, false],
      ['2026-10-22', '08:30', '15:30', 'Room 1', null, false],
      ['2026-10-29', '08:30', '15:30', 'Room 1', null, false],
      ['2026-11-05', '08:30', '15:30', 'Room 1', null, true],
    ])
    const room = { place: 'Room 1', address: null }
    const days = [
      aDay('2026-10-15', room),
      aDay('2026-10-22', { ...room, startTime: '09:00' }),
      aDay('2026-11-05', room),
      aDay('2026-11-12', { place: 'Room 2', address: null }),
    ]
    expect(value('changes', { session: { days }, registration: { notifiedDays } }, 'changed')!.split('\n')).toEqual([
      'Thursday, October 22, 2026 is now 9:00 AM–3:30 PM, not 8:30 AM–3:30 PM',
      'Thursday, October 29, 2026 is no longer one of the days',
      'Thursday, November 5, 2026 is a new day',
      'Thursday, November 12, 2026 is a new day',
    ])
    const moved = {
      session: { days: [aDay('2026-10-15', { place: 'Room 2', address: null })] },
      registration: { notifiedDays },
    }
    expect(value('changes', moved, 'changed')!.split('\n')[0]).toBe('Thursday, October 15, 2026 is now at Room 2')
    expect(value('changes', {}, 'changed')).toBe('')
  })

  test('what goes on after a day was called off is only what is to come', () => {
    const days = [aDay('2026-10-15'), aDay('2026-11-12', { canceled: true }), aDay('2026-12-10')]
    const given = (now: string): Given => ({ session: { days }, now: at(now) })
    expect(value('schedule', given('2026-10-20T12:00:00Z'), 'day-canceled')).toMatch(/^Thursday, December 10[^\n]+$/)
    expect(value('schedule', given('2026-12-11T12:00:00Z'), 'day-canceled')).toBe('')
    const text = textOf('day-canceled', given('2026-12-11T12:00:00Z'))
    expect([text.includes('November 12'), text.includes('goes on as planned')]).toEqual([true, false])
  })

  test('days that are over are not on the list, unless all are', () => {
    const after = { ...twoDays, now: at('2026-10-20T12:00:00Z') }
    expect(value('starts', after)).toBe('Thursday, November 12, 2026, 8:30 AM CT')
    expect(value('schedule', { ...twoDays, now: at('2026-12-01T12:00:00Z') })!.split('\n')).toHaveLength(2)
  })
})

describe('until when canceling is free', () => {
  test.each<[string, Given, string]>([
    ['one event', {}, 'Free of charge until Thursday, October 8, 2026, 11:59 PM CT'],
    [
      'each day by itself',
      twoDays,
      'Thu, Oct 15: Free of charge until Thursday, October 8, 2026, 11:59 PM CT\nThu, Nov 12: Free of charge until Thursday, November 5, 2026, 11:59 PM CT',
    ],
    [
      'the last moment',
      { now: at('2026-10-09T04:59:59.999Z') },
      'Free of charge until Thursday, October 8, 2026, 11:59 PM CT',
    ],
    [
      'the next',
      { now: at('2026-10-09T05:00:00Z') },
      'No longer free of charge; it was until Thursday, October 8, 2026, 11:59 PM CT',
    ],
    [
      'a kinder rule of today',
      { events: [{ days: ['2026-10-15'], freeUntil: at('2026-10-14T04:59:59.999Z') }] },
      'Free of charge until Tuesday, October 13, 2026, 11:59 PM CT',
    ],
    [
      'a stricter rule of today does not count',
      { events: [{ days: ['2026-10-15'], freeUntil: at('2026-10-02T04:59:59.999Z') }] },
      'Free of charge until Thursday, October 8, 2026, 11:59 PM CT',
    ],
    [
      'no rule',
      { agreed: { events: [{ days: ['2026-10-15'], freeUntil: null }] } },
      'Free of charge at any time before it begins',
    ],
  ])('%s', (_, given, lines) => {
    expect(value('cancel_by', given)).toBe(lines)
  })
})

describe('what stands before it', () => {
  const lead = (given: Given) => value('cancel_lead', given)
  test.each<[string, Given, string]>([
    ['all in time', {}, 'If your plans change, tell us in time and you owe nothing for the days you cancel:'],
    [
      'too late for all: no past moment is presented as a chance',
      { now: at('2026-10-10T12:00:00Z') },
      'If your plans change, please tell us all the same. Canceling costs something now:',
    ],
    [
      'too late for one of two',
      { ...twoDays, now: at('2026-10-10T12:00:00Z') },
      'If your plans change, please tell us. Until when canceling is free of charge:',
    ],
  ])('%s', (_, given, sentence) => {
    expect(lead(given)).toBe(sentence)
  })
})

describe('money', () => {
  test.each<[string, Given, string]>([
    ['a price', {}, 'Your place costs $125.50, and the bill goes to Alder Lake Schools.'],
    ['free', { agreed: { price: { rate: 'member', cents: 0 } } }, 'Your place is free of charge.'],
    ['a guest', guest, 'Your place is free of charge.'],
    [
      'on request',
      { agreed: { price: { rate: 'non-member', cents: null } } },
      'The price of your place is given on request, and the bill goes to Alder Lake Schools.',
    ],
    [
      'oneself',
      { registration: { payer: { kind: 'person', name: 'Jordan Example', reason: 'self' } } },
      'Your place costs $125.50, and the bill comes to you.',
    ],
  ])('what it costs: %s', (_, given, sentence) => {
    expect(value('price', given)).toBe(sentence)
  })

  test.each<[string, Given, string]>([
    [
      'a district',
      {},
      'If you cancel later, the fee is $100 for each day, unless somebody else takes your seat. If you do not come, the price of your place is owed, and no fee beside it. The desk decides about each case before a fee is billed to Alder Lake Schools.',
    ],
    [
      'a guest',
      guest,
      'If you cancel later, or do not come, the fee is $100 for each day, and your check pays it. The desk decides about each case.',
    ],
    [
      'a place that costs nothing',
      { agreed: { price: { rate: 'member', cents: 0 } } },
      'If you cancel later, or do not come, the fee is $100 for each day, unless somebody else takes your seat. The desk decides about each case before a fee is billed to Alder Lake Schools.',
    ],
    [
      'a share of the price smaller than the fee',
      { agreed: { price: { rate: 'member', cents: 8_000 } } },
      'If you cancel later, the fee is $100 for each day, unless somebody else takes your seat. If you do not come, a day costs $100 in all: its share of the price, and the rest as a fee. The desk decides about each case before a fee is billed to Alder Lake Schools.',
    ],
    [
      'terms that say both',
      { agreed: { missedDay: 'both' } },
      'If you cancel later, the fee is $100 for each day, unless somebody else takes your seat. If you do not come, the price of your place and the same fee for each day are owed together. The desk decides about each case before a fee is billed to Alder Lake Schools.',
    ],
    ['no fee', { agreed: { feePerDay: null } }, ''],
    ['a fee of nothing', { agreed: { feePerDay: 0 } }, ''],
  ])('what a missed day costs: %s', (_, given, sentence) => {
    expect(value('late_fee', given)).toBe(sentence)
  })

  const canceled = { status: 'canceled', canceledFrom: 'confirmed', canceledBy: 'person' } as const
  test.each<[string, Given, string]>([
    ['in time', { registration: { ...canceled, canceledAt: '2026-10-09T04:59:59.999Z' } }, 'You owe nothing.'],
    [
      'a moment too late',
      { registration: { ...canceled, canceledAt: '2026-10-09T05:00:00.000Z' } },
      'The time to cancel free of charge had passed. If nobody comes in your place, a fee of $100 is proposed, and the desk decides about it. It would be billed to Alder Lake Schools.',
    ],
    [
      'too late for one day of two',
      { ...twoDays, registration: { ...canceled, canceledAt: '2026-10-12T12:00:00.000Z' } },
      'The time to cancel free of charge had passed. If nobody comes in your place, a fee of $100 is proposed, and the desk decides about it. It would be billed to Alder Lake Schools.',
    ],
    [
      'from the waitlist',
      { registration: { ...canceled, canceledFrom: 'waitlisted', canceledAt: '2026-10-14T12:00:00.000Z' } },
      'You owe nothing.',
    ],
    [
      'by us',
      { registration: { ...canceled, canceledBy: 'host', canceledAt: '2026-10-14T12:00:00.000Z' } },
      'You owe nothing.',
    ],
    [
      'the last day too late, after another in time: as the ledger books it',
      {
        ...twoDays,
        registration: { ...canceled, canceledAt: '2026-11-10T12:00:00.000Z' },
        attendance: [{ date: '2026-10-15', state: 'canceled', isOnTime: true }],
      },
      'The time to cancel free of charge had passed. If nobody comes in your place, a fee of $100 is proposed, and the desk decides about it. It would be billed to Alder Lake Schools.',
    ],
    [
      'one day of two, too late',
      { ...twoDays, attendance: [{ date: '2026-10-15', state: 'canceled', isOnTime: false }] },
      'The time to cancel free of charge had passed. If nobody comes in your place, a fee of $100 is proposed, and the desk decides about it. It would be billed to Alder Lake Schools.',
    ],
  ])('what canceling costs: %s', (_, given, sentence) => {
    expect(value('cost', given, 'canceled')).toBe(sentence)
  })

  test('every day of a split session canceled in time, one after the other: nothing is owed, and only the last is told again', () => {
    const given: Given = {
      ...twoDays,
      registration: { ...canceled, canceledAt: '2026-11-05T12:00:00.000Z' },
      attendance: [{ date: '2026-10-15', state: 'canceled', isOnTime: true, at: '2026-09-08T12:00:00.000Z' }],
    }
    expect(value('cost', given, 'canceled')).toBe('You owe nothing.')
    expect(value('days', given, 'canceled')).toBe('Thursday, November 12, 2026')
  })

  test('what we cancel costs nothing, whatever the person did before: no day late, none attended', () => {
    const before: Given = {
      ...twoDays,
      registration: { ...canceled, canceledBy: 'host', canceledAt: '2026-11-10T12:00:00.000Z' },
      attendance: [
        { date: '2026-10-15', state: 'present' },
        { date: '2026-11-12', state: 'canceled', isOnTime: false },
      ],
    }
    expect(value('cost', before, 'host-canceled')).toBe('You owe nothing.')
  })

  test('of a part of the days, only those are said to cost nothing', () => {
    const one: Given = { ...twoDays, attendance: [{ date: '2026-10-15', state: 'canceled', isOnTime: true }] }
    expect(value('cost', one, 'canceled')).toBe('You owe nothing for what you canceled.')
  })

  const check = (receivedCents: number): Given => ({
    ...guest,
    deposit: { state: 'received', dueCents: 10_000, receivedCents, lastMailDay: '2026-10-05' },
  })
  const feeRow = { date: '2026-10-15', state: 'absent' as const, feeCents: 10_000 }
  test.each<[string, Given, string]>([
    ['a district', {}, 'It is billed to Alder Lake Schools.'],
    ['a guest whose check covers it', check(10_000), 'Your check pays it: you get no bill.'],
    ['a guest without a check', guest, 'No check is here to pay it, so it is billed to you.'],
    ['a guest whose check covers a part', check(4_000), 'Your check pays $40 of it. The rest, $60, is billed to you.'],
  ])('who pays a fee: %s', (_, given, sentence) => {
    expect(value('fee_bill', { ...given, attendance: [feeRow] }, 'no-show')).toBe(sentence)
  })

  test('a fee of which the price pays a part says so', () => {
    const evidence = { missed: 'absent', inPrice: 8_334 } as unknown as null
    const row = { ...feeRow, feeCents: 1_666, feeEvidence: evidence }
    expect(value('fee_bill', { attendance: [row] }, 'no-show')).toBe(
      'The fee is $100; $83.34 of it is in the price. It is billed to Alder Lake Schools.',
    )
  })

  test.each<[string, Given['registration'], string]>([
    ['declined', { canceledFrom: 'offered' }, 'You let go of the seat we held for you.'],
    ['left the list', { canceledFrom: 'waitlisted' }, 'You are no longer on the waitlist.'],
    ['took a request back', { canceledFrom: 'requested' }, 'You took back your request. No seat was held for you.'],
  ])('who had no seat did not cancel one: %s', (_, registration, sentence) => {
    expect(value('left', { registration }, 'left')).toBe(sentence)
  })

  test('a no-show fee names its day and its amount', () => {
    const attendance = [
      { date: '2026-10-15', state: 'absent' as const, feeCents: 10_000 },
      { date: '2026-11-12', state: 'absent' as const, feeCents: 10_000 },
    ]
    expect(value('fee', { attendance }, 'no-show')).toBe('$200')
    expect(value('fee', { attendance, about: ['2026-11-12'] }, 'no-show')).toBe('$100')
    expect(value('days', { attendance, about: ['2026-11-12'] }, 'no-show')).toBe('Thursday, November 12, 2026')
  })

  test('a statement says what is left to pay', () => {
    const invoice = {
      number: '2026-0007',
      period: '2026-10',
      dueOn: '2026-12-05',
      totalCents: 125_000,
      paidCents: 25_050,
      payerName: 'Alder Lake Schools',
    } as Invoice
    expect(statementValues(invoice, 'https://x.example.org', someFacts().desk, 'en')).toMatchObject({
      statement_number: '2026-0007',
      statement_month: 'October 2026',
      statement_total: '$999.50',
      statement_due: 'Saturday, December 5, 2026',
      statement_says: '$999.50 due Saturday, December 5, 2026',
      statement_note: '',
    })
  })

  test('a credit is no amount that is due', () => {
    const credit = { number: '2026-0017', period: '2026-11', dueOn: '2027-01-05', payerKind: 'organization' } as const
    const invoice = { ...credit, payerName: 'Alder Lake Schools', totalCents: -25_000, paidCents: 0 } as Invoice
    const values = statementValues(invoice, 'https://x.example.org', someFacts().desk, 'en')
    expect(values).toMatchObject({
      statement_says: 'credit of $250, nothing to pay',
      statement_total: '',
      statement_due: '',
    })
    expect(values.statement_note).toMatch(/^Credit of \$250, nothing to pay\./)
    const { subject, text } = render(DEFAULTS.statement, values, 'en', 'Onramp')
    expect(subject).toBe('Statement 2026-0017 for November 2026: credit of $250, nothing to pay')
    expect(text).not.toMatch(/-\$250|To pay:|Due:/)
  })
})

describe('checks', () => {
  test.each<[string, Given, string]>([
    [
      'asked for, before there is a case',
      guest,
      'Please send us a refundable check for $100. It has to arrive by Monday, October 5, 2026, and goes back to you when you attend.',
    ],
    [
      'received',
      { ...guest, deposit: { state: 'received', dueCents: 10_000, lastMailDay: '2026-10-05' } },
      'We have your check for $100.',
    ],
    ['returned', { ...guest, deposit: { state: 'returned', dueCents: 10_000, lastMailDay: '2026-10-05' } }, ''],
    ['none', {}, ''],
  ])('%s', (_, given, sentence) => {
    expect(value('check', given)).toBe(sentence)
  })
})

describe('where one stands', () => {
  test.each<[string, Given, string]>([
    ['a seat', {}, 'You have a seat.'],
    [
      'a place in the line',
      { registration: { status: 'waitlisted' }, position: 3 },
      'You are number 3 on the waitlist.',
    ],
    ['the line', { registration: { status: 'waitlisted' } }, 'You are on the waitlist.'],
    [
      'an offer',
      { registration: { status: 'offered', offerUntil: '2026-09-22T15:15:00.000Z' } },
      'A seat is held for you until Tuesday, September 22, 2026, 10:15 AM CT.',
    ],
    ['out', { registration: { status: 'canceled' } }, 'You are not registered for this session any more.'],
  ])('%s', (_, given, sentence) => {
    expect(value('standing', given)).toBe(sentence)
  })
})

describe('names as strangers typed them', () => {
  test.each([
    ['Jordan Example', 'Jordan Example'],
    ['  J. R.  O’Neil-Ñuñez ', 'J. R. O’Neil-Ñuñez'],
    ['Win at https://example.org', 'there'],
    ['see www.example', 'there'],
    ['example.org', 'there'],
    ['Example.ORG', 'there'],
    ['sub.example.co.uk', 'there'],
    ['пример.рф', 'there'],
    ['Dr.Smith', 'Dr.Smith'],
    ['Ma.Teresa Cruz', 'Ma.Teresa Cruz'],
    ['J.R.R.Tolkien', 'J.R.R.Tolkien'],
    ['a@b', 'there'],
    ['<b>Jo</b>', 'there'],
    ['x'.repeat(81), 'there'],
    ['x'.repeat(80), 'x'.repeat(80)],
    ['', 'there'],
  ])('%s', (typed, name) => {
    expect(plainName(typed, 'there')).toBe(name)
  })

  test('the same for the payer, and for the mailbox', () => {
    const payer = { kind: 'outside' as const, name: 'http://example.org', reason: 'sponsor' }
    expect(value('price', { registration: { payer } })).toMatch(/the bill goes to whoever you named\.$/)
    expect(mailboxValues('www.example.org', 'https://x.example.org', someFacts().desk).name).toBe('there')
  })
})

describe('terms that are not accepted yet', () => {
  const asked = (answerBy: string | null): Given => ({ registration: { acceptance: 'asked', answerBy } })
  test('owe nothing as long as the answer can come', () => {
    const before = value('accept_ask', { ...asked('2026-10-01T22:00:00.000Z'), now: at('2026-10-01T21:59:59Z') })
    expect(before).toContain('so you owe nothing. Please open your registration, read them, and accept them there by ')
  })

  test('once it has begun: nobody loses the seat, the days on which one came are paid for, and no moment that passed is a chance', () => {
    const begun = value('accept_ask', { ...asked('2026-10-15T13:30:00.000Z'), now: at('2026-10-15T13:30:00Z') })
    expect(begun).toContain('no fee can be asked of you by them; the days on which you came are paid for')
    expect([begun!.includes('owe nothing'), begun!.includes('2026'), begun!.includes('ends')]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('are said to nobody who has accepted them', () => expect(value('accept_ask')).toBe(''))
})

test('whoever is put on the list of a day that is over reads that, and of nothing that can still be canceled', () => {
  const event = { days: ['2026-10-15'], begins: at('2026-10-15T13:30:00Z'), freeUntil: at('2026-10-09T04:59:59.999Z') }
  const text = textOf('entered', { now: at('2026-10-16T15:00:00Z'), events: [event] })
  expect(text).toContain('The desk has put you on the list of')
  expect(/look forward|cancel|free of charge until/i.test(text)).toBe(false)
})

test.each(['offer-expired', 'order-expired', 'left', 'offered', 'mailbox-asked', 'moved'] as const)(
  'who has the seat next is said by no letter to whoever had it before: %s',
  (kind) => {
    expect(DEFAULTS[kind].subject + DEFAULTS[kind].body).not.toMatch(/next person|somebody else can have that/)
  },
)
