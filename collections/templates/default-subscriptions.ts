import type { Wording } from './placeholders.ts'
import type { MessageKind } from './states.ts'

/** To whoever asked to be told of something new. */
export const SUBSCRIPTIONS = {
  'subscription-asked': {
    subject: 'Please confirm: tell me when',
    body: `Hello there,

Somebody, probably you, asked us to write to this mailbox when there is a new date, a free seat or registration opens. It is about: {{watched}}.

[Yes, tell me]({{confirm_link}})

The link works for two days. If you did not ask for it, you need not do anything, and we will not write again.

{{desk}}
{{desk_contact}}`,
  },
  'subscription-news': {
    subject: 'New: {{watched}}',
    body: `Hello there,

You asked us to tell you when there is something new. It is about: {{watched}}.

- {{news}}

Seats go to whoever registers first.

[End these messages]({{end_link}})

{{desk}}
{{desk_contact}}`,
  },
} satisfies Partial<Record<MessageKind, Wording>>
