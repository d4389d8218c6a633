import type { Wording } from './placeholders.ts'
import type { MessageKind } from './states.ts'

/** Handing in work for a micro-credential, and what it earns. */
export const WORK = {
  'work-begun': {
    subject: 'Your work for {{credential}} is kept',
    body: `Hello {{name}},

We keep what you write and add. Nothing has been sent yet.

[Go on with your work]({{submission_link}})

The link is yours alone and opens your work without a password. If you did not begin this, you can ignore this message.

{{desk}}
{{desk_contact}}`,
  },
  'work-unsent': {
    subject: 'Not sent yet: your work for {{credential}}',
    body: `Hello {{name}},

You began work for {{credential}}, and it has not been sent. Nobody reads it before you send it.

Send it by: {{send_until}}

[Go on with your work]({{submission_link}})

{{desk}}
{{desk_contact}}`,
  },
  'feedback-asked': {
    subject: '{{colleague}} asks you for feedback',
    body: `Hello {{name}},

{{colleague}} works for the micro-credential {{credential}} and asks you for written feedback, as a colleague who was there. What you write is handed in with the work; {{colleague}} can read it and cannot change it.

[Write your feedback]({{feedback_link}})

The link is yours alone, needs no password, and holds for 60 days. If you do not know what this is about, you can ignore this message.

{{desk}}
{{desk_contact}}`,
  },
  'feedback-given': {
    subject: '{{colleague}} gave you feedback: {{credential}}',
    body: `Hello {{name}},

{{colleague}} has written the feedback you asked for. It stands in your work for {{credential}}.

[Go on with your work]({{submission_link}})

{{desk}}
{{desk_contact}}`,
  },
  'work-received': {
    subject: 'We received your work for {{credential}}',
    body: `Hello {{name}},

Your work for {{credential}} has reached us. Somebody reads it without knowing your name.

You hear from us by: {{answer_due}}

[See what you sent]({{submission_link}})

{{desk}}
{{desk_contact}}`,
  },
  'work-again': {
    subject: 'You already have work for {{credential}}',
    body: `Hello {{name}},

Somebody began work for {{credential}} with your mailbox, and you already have some. We kept yours as it is.

[Open your work]({{submission_link}})

If that was not you, you can ignore this message.

{{desk}}
{{desk_contact}}`,
  },
  'work-incomplete': {
    subject: 'Something is missing: {{credential}}',
    body: `Hello {{name}},

Before anybody can judge your work for {{credential}}, something has to be added:

- {{missing}}

{{reason}}

This does not count as an attempt.

[Complete your work]({{submission_link}})

{{desk}}
{{desk_contact}}`,
  },
  'work-not-yet': {
    subject: 'Not yet: {{credential}}',
    body: `Hello {{name}},

Your work for {{credential}} was read. Most people send it in more than once, and what you have shown stays.

Not yet there:

- {{missing}}

The comments stand beside each part. Only these parts are open again; the rest is met and stays as it is.

{{attempts}}

[Read the comments and go on]({{submission_link}})

{{desk}}
{{desk_contact}}`,
  },
  'work-with-coach': {
    subject: 'A coach comes next: {{credential}}',
    body: `Hello {{name}},

Your work for {{credential}} was read. Not yet there:

- {{missing}}

Before you send it again, a coach talks it over with you. We get in touch; you can also answer this message.

{{reason}}

[Read the comments]({{submission_link}})

{{desk}}
{{desk_contact}}`,
  },
  'appeal-granted': {
    subject: 'Read anew: {{credential}}',
    body: `Hello {{name}},

You objected to how your work for {{credential}} was judged, and we agree that it should be read anew.

{{reason}}

Others read what fell short, without knowing what was said before. It does not count as an attempt.

You hear from us by: {{answer_due}}

[See your work]({{submission_link}})

{{desk}}
{{desk_contact}}`,
  },
  'appeal-refused': {
    subject: 'Your appeal: {{credential}}',
    body: `Hello {{name}},

You objected to how your work for {{credential}} was judged. Somebody who had not judged it has looked at it, and what was said stays:

{{reason}}

[See your work]({{submission_link}})

{{desk}}
{{desk_contact}}`,
  },
  'work-passed': {
    subject: 'You earned it: {{credential}}',
    body: `Hello {{name}},

You have earned the micro-credential {{credential}}.

[See your award]({{award_link}})

Anyone who has this address can check that the award is real, and you can download it as a signed badge and as a certificate. What you handed in stays private.

[Read the comments]({{submission_link}})

{{desk}}
{{desk_contact}}`,
  },
  evaluation: {
    subject: 'What did you think of it? {{course}}',
    body: `Hello {{name}},

You took part in {{course}}. Please tell us what helped you and what should be different. It takes three minutes.

[Say what you think]({{evaluation_link}})

{{evaluation_note}}

Your answers are anonymous: we keep that you answered, and by itself how often each answer was given.

{{desk}}
{{desk_contact}}`,
  },
  certificate: {
    subject: 'Your certificate: {{course}}',
    body: `Hello {{name}},

Your certificate for {{course}} is ready: {{clock_hours}}.

[Open the certificate]({{award_link}})

You can print it, or save it as a PDF for your relicensure committee. The committee decides what it accepts.

{{desk}}
{{desk_contact}}`,
  },
  'award-ending': {
    subject: 'Ends soon: {{award}}',
    body: `Hello {{name}},

Your micro-credential {{award}} is valid until {{award_until}}. After that its page says that it has expired, and so does every reader of badges.

To renew it, hand in new work. You can begin now; the new award is dated by the day it is given.

[Begin new work]({{credential_link}})

[See your award]({{award_link}})

{{desk}}
{{desk_contact}}`,
  },
  'award-revoked': {
    subject: 'An award was taken back: {{award}}',
    body: `Hello {{name}},

We have taken back an award of yours: {{award}}

Why: {{reason}}

[See what its address says now]({{award_link}})

Whoever opens it reads that it is no longer valid, and why. If you think this is wrong, answer this message.

{{desk}}
{{desk_contact}}`,
  },
} satisfies Partial<Record<MessageKind, Wording>>
