import type { PolicyContent } from './types.ts'

/**
 * The terms of the Cultural Collaborative (WMEP), retold: amounts, counts and dates are the source’s. What it leaves
 * open (which reading of “five business days”, how far apart “weeks” is, whether a colleague may come) is decided here and
 * said so in the text.
 */
export const policies: PolicyContent[] = [
  {
    title: 'Cancellation and no-shows',
    slug: 'cancellation',
    summary: 'Cancel at least five business days before you are due and you owe nothing; after that it is $100 a day.',
    kind: 'cancellation',
    plain: `Plans change. If you tell us **at least five business days** before your session starts, you pay nothing.

If you cancel later than that, the fee is **$100 for each day**, unless somebody else takes your seat. The money pays for what was bought for you: materials, food and the work of running the day.

If you do not come and have not canceled, a day costs its share of the price or the fee, **whichever is larger, never both**. A person at the desk looks at each case before anything is billed.

Some courses meet on days that are weeks or months apart. Then **each day stands alone**. You can cancel one of them in time and keep the rest, and you are charged only for a day you miss.

You never have to count. Each session shows the last day and hour to cancel free of charge, and your confirmation repeats it.`,
    rule: `1. You may cancel free of charge until the end of the fifth business day before the day your session starts (11:59 p.m. Central Time, or 11:59 p.m. where the session is held if that is later).
2. If you cancel after that, a no-show fee of $100 is billed for each day you cancel, unless somebody else takes your seat. It covers materials, food and other costs of holding the event. If you do not attend and have not canceled, you owe for each day its share of the price or the fee, whichever is larger, but never both. A fee is billed once the registration desk has looked at the case.
3. The price of a place is shared evenly by its days. A day you cancel in time is not paid for.
4. Where the days of a session lie weeks or months apart, each is a separate event with its own deadline and its own fee. We treat days seven or more days apart this way, a weekly course among them. Days closer together are one event, and its deadline counts from the first day.
5. Business days are Monday through Friday, except the holidays we list. The day of the session is not counted.
6. If we cancel a session or a day of it, nobody owes anything for it.

## Two readings, one choice

The policy we carry on says two different things. Its general rule speaks of canceling **prior to** five business days, which strictly means more than five. Its rule for guests says **at least five**. We apply *at least five* to everyone. It is clear, and it is the reading that is kinder to you.`,
    order: 1,
    effectiveFrom: null,
    deadline: { count: 5, unit: 'business', mode: 'at-least', cutoff: 'end-of-day' },
    feePerDay: 10_000,
    missedDay: 'larger',
    splitGapDays: 7,
    substitution: true,
  },
  {
    title: 'Member guests',
    slug: 'member-guests',
    summary:
      'Not employed by a member district, but one has given you written permission: come free, with a refundable check.',
    kind: 'guests',
    plain: `You are a **member guest** if no member district employs you now, but one has given you **written permission** to take our courses at no charge. Many guests are substitute teachers.

Send us a refundable check for **$100 for each day**. It has to reach us **at least ten days** before the course date. When you attend, you get it back. If you cancel at least five business days ahead, you get it back too. If you simply do not come, we deposit it to cover the program’s expenses.

**Does a district host you?** Hosting means a member district has agreed to pay every cost of your place, the no-show fee included. Then you need no check.

Make the check out to the Cultural Collaborative and mail it to:

Cultural Collaborative, c/o Registration desk, 400 Example Avenue, Tamarack Bend, MN 55000`,
    rule: `1. This rule has applied since January 1, 2015.
2. A member guest takes part without being employed by a member district at present, and holds written permission from one to attend free of charge. Substitute teachers may be member guests if no member district hosts them.
3. A member guest hands in a refundable check of $100 per day so that we receive it at least ten calendar days before the course date. If that day is not a day on which mail arrives, the check is due on the last mail day before it.
4. We return the check once the guest has attended.
5. If the guest does not attend, we deposit the check toward Cultural Collaborative expenses, unless the guest canceled at least five business days before the date.
6. Registrants hosted by a member district are exempt. Hosting means that the district has agreed to pay any cost that arises, whether the person attends or not, including the no-show fee.`,
    order: 2,
    effectiveFrom: '2015-01-01',
    deadline: { count: 10, unit: 'calendar', mode: 'at-least', cutoff: 'end-of-day' },
    feePerDay: 10_000,
    splitGapDays: null,
    substitution: false,
  },
  {
    title: 'Who pays',
    slug: 'who-pays',
    summary: 'Your member district is billed; if it will not pay, you are. Others pay the non-member rate.',
    kind: 'billing',
    plain: `If you work for a member district, we send the bill for your place, and for a no-show fee if there is one, to **your district**.

If the district says no or does not pay, for whatever reason, the cost is **yours personally**. So check with your supervisor before you register, and keep the employer you give us up to date. We rely on it to know whom to bill.

If you do not work for a member district and are not a member guest, you pay the **non-member rate** shown with the course. Your own district, another institution or you yourself may be the one who pays.`,
    rule: `1. You are responsible for giving us employment information that is current and correct.
2. Costs that come from your taking part in the Cultural Collaborative are billed to your member district.
3. Should your district refuse to pay them or fail to, for any reason, you are personally liable for them.
4. A participant who is not with a member district and is sponsored by an outside district, by another institution or by no one but themselves is billed at the non-member rate.
5. A registrant hosted by a member district is billed to that district.

The text this policy comes from mentions a non-member rate without an amount. The rates in this catalog are set by us for each course.`,
    order: 3,
    effectiveFrom: null,
    feePerDay: null,
    splitGapDays: null,
    substitution: false,
  },
  {
    title: 'Photographs and mailing list',
    slug: 'photographs-and-mailing-list',
    summary: 'Two separate choices, both yours: whether we may show you, and whether we may write to you.',
    kind: 'consent',
    plain: `When you register you meet two boxes. Each is **optional**, each is separate, and neither affects your seat.

- **Media release.** May we use your picture or your voice to tell people about our work?
- **Mailing list.** May we e-mail you about other courses and programs?

Changed your mind? Open your registration from the link in your confirmation and clear the box, or write to registration@example.org. It takes effect from that day.`,
    rule: `1. **Media release.** With your consent we may use photographs and recordings of your voice to promote and to teach, for example in newsletters, brochures, posters and other publications, on our website and on social media.
2. **Mailing list.** With your consent we send you e-mail about further offerings. Messages about a session you registered for are not part of the list and are always sent.
3. You may give, refuse or withdraw either consent at any time, one without the other. We record when you did. Withdrawing it does not undo what was printed before.

The earlier policy counted people in unless they wrote to opt out. We ask first.`,
    order: 4,
    effectiveFrom: null,
    feePerDay: null,
    splitGapDays: null,
    substitution: false,
  },
  {
    title: 'Waitlist',
    slug: 'waitlist',
    summary: 'A free seat goes to whoever has waited longest, and is held for you for eight business hours.',
    kind: 'waitlist',
    plain: `When a session is full, you can still register. You then stand on its **waitlist**, in the order in which people registered.

If a seat becomes free, we hold it for the first person on the list for **eight business hours** and write to that person. One click takes it, one click lets it go. While it is held, nobody else can have it.

If it is not taken in time, it goes to the next person. You owe nothing for waiting, for declining or for an offer that ran out.`,
    rule: `1. Whoever registers for a full session stands on its waitlist, in the order of registering.
2. A seat that becomes free is offered to the first on the list, and held for eight business hours, but not beyond the start of the session. Business hours are 8 a.m. to 4 p.m. Central Time, Monday through Friday, except the holidays we list.
3. An offer that is declined, or not accepted in time, ends the place on the list. The seat is offered to the next.
4. Staff may change the order for a reason, which is written down.
5. Waiting, declining and letting an offer run out cost nothing.`,
    order: 5,
    effectiveFrom: null,
    offerHours: 8,
    officeOpens: '08:00',
    officeCloses: '16:00',
    feePerDay: null,
    splitGapDays: null,
    substitution: false,
  },
  {
    title: 'Sending a colleague',
    slug: 'sending-a-colleague',
    summary: 'Cannot come after all? A colleague may take your seat, and then nobody owes a no-show fee.',
    kind: 'other',
    plain: `If you cannot come, even on the last day, you may hand your seat to a colleague from the same organization. Open your registration, choose **Send a colleague** and give us the name and e-mail address.

A seat that is used is not a no-show, so there is **no fee**. Your colleague must meet the course’s prerequisites, and receives the credit for the days attended.

On a course with days weeks apart, you may pass on single days.`,
    rule: `1. Until a session day begins, you may name one colleague from your own organization to attend that day in your place.
2. The colleague accepts the terms and meets the prerequisites of the course.
3. No no-show fee is owed for a day that a colleague attends in your place. If neither of you attends, the fee is owed once.
4. A member guest may not send someone else, because the permission letter names one person.

The policy we carry on is silent about substitution. This rule is our addition, and the collaborative may end it for sessions not yet booked.`,
    order: 6,
    effectiveFrom: null,
    feePerDay: null,
    splitGapDays: null,
    substitution: true,
  },
]
