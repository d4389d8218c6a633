import { MESSAGE_KIND_LABELS } from '#collections/templates/states.ts'

/** The words of the page on which staff read a message before it is about anybody. */
export const templates = {
  kinds: MESSAGE_KIND_LABELS,
  lead: 'This is what people receive, filled with an example. Nobody’s data is shown here, and nothing is sent. The example has something to say in every line; for a real person, a line with nothing to say is left out.',
  isDraft: 'You are reading the draft. People receive it once it is published.',
  subject: 'Subject',
  page: 'With the layout',
  text: 'As plain text',
  frame: (kind: string) => `The message “${kind}” as a mail program shows it`,
  refusals: 'This draft cannot be published yet',
  placeholders: 'What it can fill in',
  placeholder: 'Placeholder',
  meaning: 'What it says',
  sample: 'In the example',
  needed: 'The message cannot do without it.',
  others: 'Other messages',
}
