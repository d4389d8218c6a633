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
  'application-unsent': {
    subject: 'Not sent yet: your application to {{program}}',
    body: `Hello {{name}},

You began an application to {{program}}, and it has not been sent. Nobody reads it before you send it.

Send it by: {{apply_until}}

[Go on with your application]({{application_link}})

If you do not want to apply any more, you do not have to do anything.

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
  'application-changed': {
    subject: 'Your application to {{program}} was changed',
    body: `Hello {{name}},

Your application is changed. What counts is what you sent last.

Changed:

- {{changes}}

You can change it again until: {{apply_until}}

[See what you sent]({{application_link}})

If you did not change it, answer this message.

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

Thank you for your application to {{program}}. It has reached us. We cannot offer you a place, because of what the program asks:

- {{reason}}

{{correct}} If you think that we are mistaken, answer this message and we will look again.

[Open your application]({{application_link}})

[About the program]({{program_link}})

{{desk}}
{{desk_contact}}`,
  },
  'application-withdrawn': {
    subject: 'Your application to {{program}} is taken back',
    body: `Hello {{name}},

Your application to {{program}} is taken back. We will not consider it any further, and nobody holds a place for you.

{{cost}}
{{reason}}

[About the program]({{program_link}})

{{desk}}
{{desk_contact}}`,
  },
  'withdrawal-asked': {
    subject: 'You asked to leave {{program}}',
    body: `Hello {{name}},

You asked to leave {{program}}. The registration desk decides what becomes of the price, and writes to you. Until then your place stays yours.

{{cost}}

[Open your place]({{application_link}})

If you did not ask for this, answer this message.

{{desk}}
{{desk_contact}}`,
  },
  'withdrawal-refused': {
    subject: 'Your place in {{program}} stays yours',
    body: `Hello {{name}},

You asked to leave {{program}}. We have decided that your place stays yours, because:

{{reason}}

{{cost}}

[Open your place]({{application_link}})

{{desk}}
{{desk_contact}}`,
  },
  'place-offered': {
    subject: 'A place is yours if you want it: {{program}}',
    body: `Hello {{name}},

We are glad to offer you a place in {{program}}.

{{line}}

It is held for you until: {{offer_until}}

{{price}}
{{minimum}}

The live sessions:

- {{schedule}}

[Accept or decline]({{application_link}})

Selection is mutual: you choose as well. If you decline, or the time runs out, we hold it for you no longer.

{{desk}}
{{desk_contact}}`,
  },
  'place-ending': {
    subject: 'Please answer: your place in {{program}}',
    body: `Hello {{name}},

We hold a place in {{program}} for you, and have not heard from you.

It is held for you until: {{offer_until}}

After that it goes to whoever is next in line.

[Accept or decline]({{application_link}})

{{desk}}
{{desk_contact}}`,
  },
  'place-accepted': {
    subject: 'Your place in {{program}}: the papers come next',
    body: `Hello {{name}},

Thank you for accepting the place in {{program}}. We hold it for your team. Your team takes part as soon as the papers are here.

{{price}}

What we need from you:

- {{papers}}

Send it by: {{papers_until}}

[Send the papers]({{application_link}})

Nothing is billed before your team is enrolled.

{{desk}}
{{desk_contact}}`,
  },
  'papers-due': {
    subject: 'Still to come for your place in {{program}}',
    body: `Hello {{name}},

We hold a place in {{program}} for your team. What we still need:

- {{papers}}

It has to be here by: {{papers_until}}

After that we can hold the place no longer. If you need more time, answer this message.

[Send the papers]({{application_link}})

{{desk}}
{{desk_contact}}`,
  },
  'papers-expired': {
    subject: 'We hold the place no longer: {{program}}',
    body: `Hello {{name}},

We held the place in {{program}} that you accepted until {{papers_until}}. The papers did not come, so it is free for others. You owe nothing.

If this is a mistake, answer this message.

[About the program]({{program_link}})

{{desk}}
{{desk_contact}}`,
  },
  'place-waiting': {
    subject: 'You are in line: {{program}}',
    body: `Hello {{name}},

{{line}} If a place becomes free and it is your turn, we write to you and hold it for you.

You can take your application back whenever you like.

[See your application]({{application_link}})

{{desk}}
{{desk_contact}}`,
  },
  'place-declined': {
    subject: 'You declined the place in {{program}}',
    body: `Hello {{name}},

Thank you for telling us. We hold the place in {{program}} for you no longer, and you owe nothing for it.

{{standing}}

[About the program]({{program_link}})

{{desk}}
{{desk_contact}}`,
  },
  'place-expired': {
    subject: 'The offer has ended: {{program}}',
    body: `Hello {{name}},

We held a place in {{program}} for you until {{offer_until}} and did not hear from you, so we hold it no longer. You owe nothing for it.

{{standing}}

[About the program]({{program_link}})

{{desk}}
{{desk_contact}}`,
  },
  'no-place': {
    subject: 'No place this time: {{program}}',
    body: `Hello {{name}},

Selection for {{program}} has ended, and we have no place for you this time. Thank you for the work you put into your application.

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
  'program-days': {
    subject: 'Your days in {{program}}',
    body: `Hello {{name}},

You take part in {{program}}. {{payer_reason}}

You are expected on these days:

- {{schedule}}

{{minimum}}

If you cannot come on one of them, tell us here, as early as you can. Your place stays yours:

[See your days]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'last-miss': {
    subject: 'Please come to every session that is left: {{program}}',
    body: `Hello {{name}},

{{minimum}} {{attended}}

{{needed}} If you see that you will not be able to come, write to us now, and we will think about what can be done.

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
