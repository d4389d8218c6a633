import type { Wording } from './placeholders.ts'
import type { MessageKind } from './states.ts'

/** Asking for a place in a collaborative, being chosen, and keeping the place. */
export const APPLICATIONS = {
  'application-begun': {
    subject: 'Your application to {{program}} is kept',
    body: `Hello {{name}},

We keep what you have written so far. Nothing has been sent yet.

Send it by: {{apply_until}}

[Go on with your application]({{application_link}})

The link is yours alone and opens your application without a password. If you did not begin one, you can ignore this message.

{{desk}}
{{desk_contact}}`,
  },
  'application-received': {
    subject: 'We received your application to {{program}}',
    body: `Hello {{name}},

Your application has reached us.

You asked for:

- {{choices}}

{{price}}
{{minimum}}

We read every application, and write to everybody once it is decided. You do not have to do anything until then.

[See what you sent]({{application_link}})

{{desk}}
{{desk_contact}}`,
  },
  'application-again': {
    subject: 'You already have an application to {{program}}',
    body: `Hello {{name}},

Somebody began an application to {{program}} with your mailbox, and you already have one. We kept yours as it is.

[Open your application]({{application_link}})

If that was not you, you can ignore this message.

{{desk}}
{{desk_contact}}`,
  },
  'application-ineligible': {
    subject: 'Your application to {{program}}',
    body: `Hello {{name}},

Thank you for your application to {{program}}. We cannot offer you a place, because of what the program asks:

- {{reason}}

If you think this is a mistake, answer this message and we will look again.

[About the program]({{program_link}})

{{desk}}
{{desk_contact}}`,
  },
  'application-withdrawn': {
    subject: 'You took back your application to {{program}}',
    body: `Hello {{name}},

You took back your application to {{program}}. We will not consider it any further, and you owe nothing.

[About the program]({{program_link}})

{{desk}}
{{desk_contact}}`,
  },
  'place-offered': {
    subject: 'A place is yours if you want it: {{program}}',
    body: `Hello {{name}},

We are glad to offer you a place in {{program}}.

It is held for you until: {{offer_until}}

{{price}}
{{minimum}}

The live sessions:

- {{schedule}}

[Accept or decline]({{application_link}})

Selection is mutual: you choose as well. If you decline, or the time runs out, the place goes to the next in line.

{{desk}}
{{desk_contact}}`,
  },
  'place-waiting': {
    subject: 'You are in line: {{program}}',
    body: `Hello {{name}},

Every place in {{program}} is offered to somebody now, and you are in line for the next one. If a place becomes free and it is your turn, we write to you and hold it for you.

You can take your application back whenever you like.

[See your application]({{application_link}})

{{desk}}
{{desk_contact}}`,
  },
  'place-declined': {
    subject: 'You declined the place in {{program}}',
    body: `Hello {{name}},

Thank you for telling us. The place in {{program}} goes to the next in line, and you owe nothing.

{{standing}}

[About the program]({{program_link}})

{{desk}}
{{desk_contact}}`,
  },
  'place-expired': {
    subject: 'The offer has ended: {{program}}',
    body: `Hello {{name}},

We held a place in {{program}} for you until {{offer_until}} and did not hear from you, so it goes to the next in line. You owe nothing.

{{standing}}

[About the program]({{program_link}})

{{desk}}
{{desk_contact}}`,
  },
  'no-place': {
    subject: 'No place this time: {{program}}',
    body: `Hello {{name}},

Selection for {{program}} has ended, and no place became free for you. Thank you for the work you put into your application.

[Other programs]({{program_link}})

{{desk}}
{{desk_contact}}`,
  },
  enrolled: {
    subject: 'You take part: {{program}}',
    body: `Hello {{name}},

Your place in {{program}} is settled.

{{price}}
{{minimum}}

The live sessions:

- {{schedule}}

[Open your place]({{application_link}})

There you can see what you agreed to. A team also names there the people who take part.

{{desk}}
{{desk_contact}}`,
  },
  'last-miss': {
    subject: 'Please come to every session that is left: {{program}}',
    body: `Hello {{name}},

{{minimum}} {{attended}}

You cannot miss another one. If you see that you will not be able to come, write to us now, and we will think about what can be done.

[See your sessions]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'minimum-missed': {
    subject: 'Your attendance in {{program}}',
    body: `Hello {{name}},

{{minimum}} {{attended}}

So the minimum cannot be met any more. Please write to us, and we will talk about what that means for you.

[See your sessions]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
} satisfies Partial<Record<MessageKind, Wording>>
