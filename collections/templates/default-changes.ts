import type { Wording } from './placeholders.ts'
import type { MessageKind } from './states.ts'

/** What changes after somebody has registered: by us, by the person, or by the calendar. */
export const CHANGES = {
  reminder: {
    subject: 'Coming up: {{course}}, {{starts}}',
    body: `Hello {{name}},

{{course}} is coming up, and your seat is waiting for you.

When and where:

- {{schedule}}

{{check}}
{{order}}

If you cannot come, please tell us, so that somebody else can have the seat. {{cancel_lead}}

- {{cancel_by}}

{{late_fee}}
{{substitution}}

[See, change or cancel your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  moved: {
    subject: 'Your new date: {{course}}, {{starts}}',
    body: `Hello {{name}},

You have moved to another date of {{course}}. {{standing}}
Your date before, which begins with {{moved_from}}, is not yours any more.

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

The new dates are attached for your calendar; the file takes the old ones out.

{{desk}}
{{desk_contact}}`,
  },
  'from-desk': {
    subject: '{{about}}: {{course}}, {{starts}}',
    body: `Hello {{name}},

{{text}}

This is about {{course}}:

- {{schedule}}

[See, change or cancel your registration]({{manage_link}})

Answer this message if you have a question.

{{desk}}
{{desk_contact}}`,
  },
  changed: {
    subject: 'Changed: {{course}}, {{starts}}',
    body: `Hello {{name}},

Something about {{course}} has changed. Please put the new dates into your calendar; the file with them is attached.

What is different:

- {{changes}}

How it stands now:

- {{schedule}}

Why: {{reason}}

{{cancel_lead}}

- {{cancel_by}}

{{late_fee}}

{{standing}} If the change does not suit you, answer this message before you cancel, and we will look for a way.

[See, change or cancel your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'day-canceled': {
    subject: 'A day is canceled: {{course}}',
    body: `Hello {{name}},

We have to cancel part of {{course}}. These days will not take place:

- {{days}}

Why: {{reason}}

You owe nothing for them. We are sorry for the trouble.

{{minimum}}

The rest goes on as planned:

- {{schedule}}

[See, change or cancel your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'host-canceled': {
    subject: 'Canceled: {{course}}, {{starts}}',
    body: `Hello {{name}},

We have to cancel {{course}}, which was to begin {{starts}}. We are sorry.
Why: {{reason}}

{{cost}} {{minimum}} You need not do anything. If you put the dates into your calendar, the attached file takes them out.

[Other dates of this course]({{course_link}})

{{desk}}
{{desk_contact}}`,
  },
  canceled: {
    subject: 'You canceled: {{course}}',
    body: `Hello {{name}},

You are no longer coming to {{course}} on these days:

- {{days}}

{{cost}}
The desk noted: {{reason}}

{{standing}} If the dates are in your calendar, the attached file brings them up to date.

If this was not what you wanted, answer this message at once and we will see what we can do.

[Other dates of this course]({{course_link}})

{{desk}}
{{desk_contact}}`,
  },
  left: {
    subject: 'You are not waiting any more: {{course}}',
    body: `Hello {{name}},

{{left}} It was about {{course}}, which begins {{starts}}.

You owe nothing.
The desk noted: {{reason}}

If this was not what you wanted, answer this message at once and we will see what we can do.

[Other dates of this course]({{course_link}})

{{desk}}
{{desk_contact}}`,
  },
  substituted: {
    subject: 'Your seat went to your colleague: {{course}}',
    body: `Hello {{name}},

{{colleague}} now has your seat in {{course}}, which begins {{starts}}.
It is about: {{days}}

Your colleague has accepted the terms, and you are not registered for it any more. {{handed_bill}} If the dates are in your calendar, the attached file takes them out.

If this was not what you wanted, answer this message at once.

{{desk}}
{{desk_contact}}`,
  },
  'day-substituted': {
    subject: 'Your colleague comes instead of you: {{course}}',
    body: `Hello {{name}},

{{colleague}} has accepted the terms and comes to {{course}} instead of you on these days:

- {{days}}

{{handed_bill}} Your other days stay as they are. If the dates are in your calendar, the attached file takes these out.

If this was not what you wanted, answer this message at once.

{{desk}}
{{desk_contact}}`,
  },
  'colleague-asked': {
    subject: '{{colleague}} asks whether you can come instead: {{course}}',
    body: `Hello {{name}},

{{colleague}} has a seat in {{course}}, which begins {{starts}}, cannot come, and would like you to have it.

{{changes}}
It is about:

- {{days}}

{{price}}

{{cancel_lead}}

- {{cancel_by}}

{{late_fee}}

The seat is yours once you have read the terms and accepted them. Until then it stays with your colleague, and nothing is asked of you. Please answer by {{answer_by}}. Without an answer it stays with your colleague.

[Read the terms, and take the seat or decline]({{accept_link}})

{{desk}}
{{desk_contact}}`,
  },
  'colleague-declined': {
    subject: 'You still have your seat: {{course}}, {{starts}}',
    body: `Hello {{name}},

{{answer}} It was about:

- {{days}}

So nothing has changed. {{standing}} You can ask another colleague until the day begins, or cancel.

{{cancel_lead}}

- {{cancel_by}}

{{late_fee}}

[See, change or cancel your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'colleague-over': {
    subject: 'You need not come instead of {{colleague}}: {{course}}',
    body: `Hello {{name}},

{{colleague}} had asked you to come to {{course}} instead. That is not needed any more, so the link we sent you has ended. You are registered for nothing by it and owe nothing.

[Other dates of this course]({{course_link}})

{{desk}}
{{desk_contact}}`,
  },
  'terms-asked': {
    subject: 'Please read and accept the terms: {{course}}, {{starts}}',
    body: `Hello {{name}},

The desk has registered you for {{course}}. {{standing}}

- {{schedule}}

{{price}}

{{cancel_lead}}

- {{cancel_by}}

{{late_fee}}

{{accept_ask}}

[Read and accept the terms]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'terms-lapsed': {
    subject: 'Your registration has ended: {{course}}, {{starts}}',
    body: `Hello {{name}},

The desk had registered you for {{course}}, which begins {{starts}}, and asked you to accept the terms by {{answer_by}}. We did not hear from you, so your registration has ended. You owe nothing.

If you want to come, register again, or answer this message.

[Other dates of this course]({{course_link}})

{{desk}}
{{desk_contact}}`,
  },
  'sign-in': {
    subject: 'Your link to your registrations',
    body: `Hello {{name}},

Here is everything you registered for with this e-mail address. The link works for two hours and is meant for you alone, so please do not pass it on.

[Open my registrations]({{my_link}})

If you did not ask for it, you need not do anything. Nobody but you gets this link.

{{desk}}
{{desk_contact}}`,
  },
} satisfies Partial<Record<MessageKind, Wording>>
