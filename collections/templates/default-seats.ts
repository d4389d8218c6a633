import type { Wording } from './placeholders.ts'
import type { MessageKind } from './states.ts'

/** Getting a seat, waiting for one, and what a prerequisite has to do with it. */
export const SEATS = {
  confirmed: {
    subject: 'You have a seat: {{course}}, {{starts}}',
    body: `Hello {{name}},

You have a seat in {{course}}. We look forward to seeing you.

When and where:

- {{schedule}}

{{price}}
{{check}}
{{order}}

{{cancel_lead}}

- {{cancel_by}}

{{late_fee}}
{{substitution}}

[See, change or cancel your registration]({{manage_link}})

Keep this message. The link in it is yours alone and opens your registration without a password. The dates are attached for your calendar.

{{desk}}
{{desk_contact}}`,
  },
  entered: {
    subject: 'You are on the list: {{course}}, {{starts}}',
    body: `Hello {{name}},

The desk has put you on the list of {{course}}:

- {{schedule}}

{{accept_ask}}

{{price}}
{{check}}

{{cancel_lead}}

- {{cancel_by}}

{{late_fee}}

[Open your registration]({{manage_link}})

If this is wrong, answer this message.

{{desk}}
{{desk_contact}}`,
  },
  waitlisted: {
    subject: 'You are on the waitlist: {{course}}, {{starts}}',
    body: `Hello {{name}},

Every seat in {{course}} is taken, so we put you on the waitlist. {{standing}}

The session you are waiting for:

- {{schedule}}

When a seat becomes free, we hold it for the first person on the list and write to that person. Nobody can step in between. If it is your turn, that message says until when you can take the seat.

You owe nothing while you wait, and you can leave the list whenever you like.

[See your place or leave the list]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  requested: {
    subject: 'We received your request: {{course}}, {{starts}}',
    body: `Hello {{name}},

You asked us to let you into {{course}} without a course that has to come first.
That course is: {{prerequisite}}

The session:

- {{schedule}}

You do not have a seat yet, and you owe nothing. A registrar reads what you wrote, decides, and we write to you either way. If the answer is yes, you get the next free seat, or a place on the waitlist.

[See or withdraw your request]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  offered: {
    subject: 'A seat is yours until {{offer_until}}: {{course}}',
    body: `Hello {{name}},

A seat in {{course}} became free, and you are next. We hold it for you alone until {{offer_until}}.

When and where:

- {{schedule}}

{{price}}

Please take the seat or let it go. If we do not hear from you by {{offer_until}}, we hold the seat no longer and your registration ends. You owe nothing in that case.

[Take the seat, or let it go]({{manage_link}})

You can still cancel after you have taken it. {{cancel_lead}}

- {{cancel_by}}

{{late_fee}}
{{check}}

{{desk}}
{{desk_contact}}`,
  },
  'offer-expired': {
    subject: 'We hold the seat no longer: {{course}}',
    body: `Hello {{name}},

We held a seat in {{course}} for you until {{offer_until}} and did not hear from you, so we hold it no longer. Your registration has ended. You owe nothing.

If you would still like to come, register again, for this session or another one.

[Dates of this course]({{course_link}})

{{desk}}
{{desk_contact}}`,
  },
  'mailbox-asked': {
    subject: 'Please confirm by {{offer_until}}: {{course}}',
    body: `Hello {{name}},

Somebody registered this address for {{course}}. Many seats were taken within minutes, so we ask everyone to confirm. We hold the seat until {{offer_until}}.

When and where:

- {{schedule}}

{{price}}

If it was you, open the page and press “Keep the seat”. If we do not hear from you by {{offer_until}}, we hold the seat no longer, and you owe nothing. You can register again at any time.

[Keep the seat]({{manage_link}})

If it was not you, you need not do anything.

{{cancel_lead}}

- {{cancel_by}}

{{desk}}
{{desk_contact}}`,
  },
  undone: {
    subject: 'We undid a registration made with your address',
    body: `Hello {{name}},

Somebody filled in many registration forms, and one or more of them named your address. Nobody confirmed them, so we undid them. Nobody owes anything.

{{reason}}

If you did register yourself, we are sorry: please register again, or write to us.

{{desk}}
{{desk_contact}}`,
  },
  'waiver-granted': {
    subject: 'You may take part: {{course}}, {{starts}}',
    body: `Hello {{name}},

We read your request and said yes: you may take {{course}} without the course that usually comes first. {{standing}}
Our reason: {{reason}}

When and where:

- {{schedule}}

{{price}}
{{check}}

{{cancel_lead}}

- {{cancel_by}}

{{late_fee}}

[See, change or cancel your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'waiver-refused': {
    subject: 'We cannot let you in yet: {{course}}, {{starts}}',
    body: `Hello {{name}},

You asked us to let you into {{course}} without a course that has to come first. We decided against it.
Our reason: {{reason}}
What has to come first: {{prerequisite}}

Your registration has ended, and you owe nothing. Once you have taken what comes first, you are welcome to register again. The page of the course shows how to get there.

[What comes first, and when]({{course_link}})

If we overlooked something, answer this message and tell us.

{{desk}}
{{desk_contact}}`,
  },
  'prerequisite-lost': {
    subject: 'Something is missing for {{course}}, {{starts}}',
    body: `Hello {{name}},

A course that has to come before {{course}} is missing from our records again.
It is: {{prerequisite}}

{{standing}} It stays that way until we have looked at it together.

Please open your registration and tell us how you will meet the prerequisite: by another date, or by something you have done elsewhere. You can also cancel.

[Tell us, or cancel]({{manage_link}})

{{cancel_lead}}

- {{cancel_by}}

{{desk}}
{{desk_contact}}`,
  },
  'already-registered': {
    subject: 'You are registered already: {{course}}, {{starts}}',
    body: `Hello {{name}},

Somebody, probably you, filled in the registration form for {{course}} again. Nothing has changed: you are registered once. {{standing}}

- {{schedule}}

To change anything, use this link. It is yours alone.

[See, change or cancel your registration]({{manage_link}})

If it was not you, you need not do anything.

{{desk}}
{{desk_contact}}`,
  },
} satisfies Partial<Record<MessageKind, Wording>>
