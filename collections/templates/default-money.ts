import type { Wording } from './placeholders.ts'
import type { MessageKind } from './states.ts'

/** Checks, fees, purchase orders and statements. */
export const MONEY = {
  'check-due': {
    subject: 'Your check for {{check_amount}}, by {{check_due}}: {{course}}',
    body: `Hello {{name}},

You come to {{course}} as a member guest, so your place is free of charge. What we still need is your check.
{{check}}
The desk noted: {{reason}}

The session begins {{starts}}. If you cancel in time, the check goes back to you too. {{cancel_lead}}

- {{cancel_by}}

{{late_fee}}

Send it to: {{check_address}}

To whom it is made out, and what else holds for guests:

[Rules for member guests and their checks]({{guest_rules_link}})

[Open your registration]({{manage_link}})

If the check is on its way, thank you. You need not do anything else.

{{desk}}
{{desk_contact}}`,
  },
  'check-received': {
    subject: 'We have your check: {{course}}, {{starts}}',
    body: `Hello {{name}},

Your check for {{check_amount}} has arrived. Thank you.
{{check_rest}}
Check number: {{check_number}}
Received: {{check_date}}

We keep it here and do not deposit it. When you attend {{course}}, it goes back to you. If you cancel in time, it goes back too. {{cancel_lead}}

- {{cancel_by}}

{{late_fee}}

[Open your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'check-returned': {
    subject: 'Your check is on its way back: {{course}}',
    body: `Hello {{name}},

Your check for {{check_amount}}, which we kept for {{course}}, is on its way back to you. It was not deposited.
Check number: {{check_number}}
Returned: {{check_date}}
Why: {{reason}}

If it has not reached you within two weeks, answer this message.

{{desk}}
{{desk_contact}}`,
  },
  'check-deposited': {
    subject: 'We deposited your check: {{course}}',
    body: `Hello {{name}},

You registered for {{course}} as a member guest, and we did not see you there or hear from you in time. So we deposited your check for {{check_amount}}, as the terms you accepted say. The fee pays for what was bought for you.
{{check_rest}}
Check number: {{check_number}}
Deposited: {{check_date}}
Why: {{reason}}

The days it is about:

- {{days}}

If this is wrong, for example because you were there, answer this message within two weeks. A person at the desk looks at it again.

[Open your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'check-refund-due': {
    subject: 'We refund you a part of your check: {{course}}',
    body: `Hello {{name}},

We had deposited your check for {{check_amount}}, which you gave us for {{course}}.
{{check_rest}}
Check number: {{check_number}}
Why: {{reason}}

You need not do anything. We write to you again when the money is on its way.

[Open your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'check-refunded': {
    subject: 'Your refund is on its way: {{course}}',
    body: `Hello {{name}},

We had deposited your check for {{check_amount}}, which you gave us for {{course}}.
{{check_rest}}
How we sent it: {{check_refund}}

If it has not reached you within two weeks, answer this message.

[Open your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'no-show': {
    subject: 'No-show fee of {{fee}}: {{course}}',
    body: `Hello {{name}},

We did not see you at {{course}}, and you had not canceled. You missed:

- {{days}}

For this there is a no-show fee of {{fee}}. It pays for the materials, the food and the work of the day.
{{fee_bill}}
The desk noted: {{reason}}

If this is wrong, for example because you were there or were ill, answer this message within two weeks. A person at the desk looks at it again.

[Open your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'late-fee': {
    subject: 'Fee of {{fee}} after a late cancellation: {{course}}',
    body: `Hello {{name}},

You canceled {{course}} when that was no longer free of charge. It is about:

- {{days}}

The fee for this is {{fee}}. It pays for the materials, the food and the work of the day.
{{fee_bill}}
The desk noted: {{reason}}

If this is wrong, for example because you were ill or had told us earlier, answer this message within two weeks. A person at the desk looks at it again.

[Open your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'fee-dropped': {
    subject: 'No fee for {{course}}',
    body: `Hello {{name}},

You do not owe a no-show fee at {{course}} for these days:

- {{days}}

{{fee_dropped}}
Why: {{reason}}

You need not do anything.

[Open your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'order-expired': {
    subject: 'Your seat was given up: {{course}}, {{starts}}',
    body: `Hello {{name}},

We kept your seat in {{course}} until {{order_due}} and waited for a purchase order. It did not come, so we hold the seat no longer, and your registration has ended. You owe nothing.

If the purchase order is ready now, register again with its number. If you think it was sent in time, answer this message.

[Dates of this course]({{course_link}})

{{desk}}
{{desk_contact}}`,
  },
  rebilled: {
    subject: 'The bill for {{course}} comes to you',
    body: `Hello {{name}},

We had billed {{refused_by}} for {{course}}, and it did not pay.
Amount: {{fee}}
What it told us: {{reason}}

When you registered you accepted that the costs are then yours. {{payer_reason}} You will receive a statement from us. Please talk to your district first if you think it should pay after all, and tell us if it will.

[Open your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  statement: {
    subject: 'Statement {{statement_number}} for {{statement_month}}: {{statement_says}}',
    body: `Hello {{payer}},

Here is statement {{statement_number}} for {{statement_month}}. It lists each person, course and day by itself.

To pay: {{statement_total}}
Due: {{statement_due}}
{{statement_note}}

[Open the statement]({{statement_link}})

You can read, print and save it there. The link is meant for you and for whoever pays your bills; it opens the statement without a password.

If a line is wrong, tell us soon and we will look at it. A line we got wrong is taken back on this statement, and we write to you.

{{desk}}
{{desk_contact}}`,
  },
  'statement-reminder': {
    subject: 'Reminder: statement {{statement_number}}, {{overdue}} overdue',
    body: `Hello {{payer}},

Statement {{statement_number}} for {{statement_month}} was due on {{statement_due}}. We have not received all of it yet.

Still to pay: {{overdue}}

{{overdue_note}}

[See the statement]({{statement_link}})

There you can also download it. If you have paid by now, thank you, and please ignore this message. If something on it is not right, answer this message.

{{desk}}
{{desk_contact}}`,
  },
  'statement-changed': {
    subject: 'Statement {{statement_number}} was corrected: {{statement_says}}',
    body: `Hello {{payer}},

Something on statement {{statement_number}} for {{statement_month}} is different now:

- {{changes}}

This is how it stands:

To pay: {{statement_total}}
Due: {{statement_due}}
{{statement_note}}

[Open the statement]({{statement_link}})

{{desk}}
{{desk_contact}}`,
  },
} satisfies Partial<Record<MessageKind, Wording>>
