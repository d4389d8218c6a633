import type { Wording } from './placeholders.ts'
import type { MessageKind } from './states.ts'

/** A member district's permission for its guests, and its promise to pay for those it hosts. */
export const PERMISSIONS = {
  'permission-asked': {
    subject: 'What we still need from {{host}}: {{course}}, {{starts}}',
    body: `Hello {{name}},

You are registered for {{course}}, which begins {{starts}}.
{{permission}}

[Open your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'permission-received': {
    subject: 'We have what {{host}} wrote: {{course}}',
    body: `Hello {{name}},

{{permission}} It is about {{course}}, which begins {{starts}}. You need not do anything.

[Open your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'permission-accepted': {
    subject: '{{host}} has agreed: {{course}}, {{starts}}',
    body: `Hello {{name}},

{{permission}} We look forward to seeing you at {{course}}, which begins {{starts}}.
{{check}}

[Open your registration]({{manage_link}})

{{desk}}
{{desk_contact}}`,
  },
  'permission-refused': {
    subject: '{{host}} did not agree: {{course}}, {{starts}}',
    body: `Hello {{name}},

You registered for {{course}}, which begins {{starts}}.
{{permission}}
Why: {{reason}}

If this is wrong, talk to {{host}} and answer this message. You can also register again in another way:

[Dates of this course]({{course_link}})

{{desk}}
{{desk_contact}}`,
  },
  'promise-asked': {
    subject: 'Does {{host}} pay for {{name}}? {{course}}, {{starts}}',
    body: `Hello {{host}},

{{name}} has registered for {{course}}, which begins {{starts}}, and told us that you host the place. That means that you pay all costs, a no-show fee included.
{{price}}
{{late_fee}}

Please answer this message with yes or no by {{permission_due}}. If you say no, nothing is billed to you.

{{desk}}
{{desk_contact}}`,
  },
} satisfies Partial<Record<MessageKind, Wording>>
