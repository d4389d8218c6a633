import type { Wording } from './placeholders.ts'
import type { MessageKind } from './states.ts'

/** What those who read are written; nothing in it says whose it is. */
export const REVIEWS = {
  'review-assigned': {
    subject: 'To read: {{reviews}}',
    body: `Hello {{name}},

This was given to you to read:

{{reviews}}

Due: {{review_due}}

[Open it]({{review_link}})

If you know whose it is, or have no time, hand it back there.

{{desk}}
{{desk_contact}}`,
  },
  'review-again': {
    subject: 'Once more, please: {{reviews}}',
    body: `Hello {{name}},

Please look once more at what you have read:

{{reviews}}

{{reason}}

Due: {{review_due}}

[Open it]({{review_link}})

{{desk}}
{{desk_contact}}`,
  },
  'review-due': {
    subject: 'Due soon: {{reviews}}',
    body: `Hello {{name}},

You are reading this, and it is due:

{{reviews}}

Due: {{review_due}}

[Go on]({{review_link}})

If you have no time, hand it back there, so that somebody else can take it.

{{desk}}
{{desk_contact}}`,
  },
  'reviews-waiting': {
    subject: 'Waiting to be read',
    body: `Hello {{name}},

This waits for a reader:

- {{reviews}}

[Take something]({{review_link}})

{{desk}}
{{desk_contact}}`,
  },
} satisfies Partial<Record<MessageKind, Wording>>
