import type { Field } from 'payload'
import { paragraph, sentence, texts } from '../fields/index.ts'
import { options } from '../values/options.ts'
import { EVIDENCE_KIND_LABELS, LIMIT_KIND_LABELS, PART_KIND_LABELS, type LimitKind } from './states.ts'

const wordLimit: Field = {
  name: 'wordLimit',
  type: 'number',
  min: 1,
  max: 20_000,
  admin: { description: 'Words. Empty: no limit.' },
}

const optional: Field = {
  name: 'optional',
  type: 'checkbox',
  defaultValue: false,
  label: 'May be left out',
  admin: { description: 'What is left out is not judged.' },
}

const limitKind = (defaultValue: LimitKind): Field => ({
  name: 'limitKind',
  type: 'select',
  defaultValue,
  label: 'What the limit means',
  options: options(LIMIT_KIND_LABELS),
})

const prompt: Field = {
  name: 'prompts',
  type: 'array',
  labels: { singular: 'Prompt', plural: 'Prompts' },
  admin: { condition: (_, part) => ['prompts', 'reflection'].includes(part?.kind) },
  fields: [
    sentence('title', 'A short name.', { required: true }),
    paragraph('text', 'What to write about.', true),
    texts('questions', 'Questions the answer should cover.', { singular: 'Question', plural: 'Questions' }),
    {
      type: 'row',
      fields: [wordLimit, limitKind('advisory')],
    },
    paragraph('passing', 'What a passing answer does.'),
    optional,
  ],
}

const evidence: Field = {
  name: 'evidence',
  type: 'array',
  labels: { singular: 'Component', plural: 'Components' },
  admin: { condition: (_, part) => part?.kind === 'evidence' },
  fields: [
    sentence('title', 'A short name.', { required: true }),
    paragraph('text', 'What the evidence is about.', true),
    {
      name: 'options',
      type: 'array',
      labels: { singular: 'Option', plural: 'Options' },
      admin: { description: 'The forms evidence may take; one of them is enough.' },
      fields: [
        paragraph('text', '', true),
        {
          type: 'row',
          fields: [
            {
              name: 'kind',
              type: 'select',
              required: true,
              defaultValue: 'file',
              options: options(EVIDENCE_KIND_LABELS),
            },
            wordLimit,
            limitKind('hard'),
            {
              name: 'maxMinutes',
              type: 'number',
              min: 1,
              max: 600,
              admin: { description: 'Length of a recording. Empty: no limit.' },
            },
          ],
        },
      ],
    },
    texts('mustShow', 'What it has to show.', { singular: 'Point', plural: 'Points' }),
    paragraph('note', 'Anything else to know.'),
    {
      type: 'row',
      fields: [
        {
          name: 'criteria',
          type: 'text',
          hasMany: true,
          admin: { description: 'Names of the rows of the rubric it is scored on. Empty: all.' },
        },
        sentence('requiredLevel', 'The level it has to reach, where it is another one than the pass rule names.'),
      ],
    },
    optional,
  ],
}

/** The parts of a submission, as data: prompts, evidence and their limits. */
export const parts: Field = {
  name: 'parts',
  type: 'array',
  labels: { singular: 'Part', plural: 'Parts' },
  admin: { description: 'What a person hands in, in order.' },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'number', type: 'number', required: true, min: 1, max: 20 },
        sentence('title', '', { required: true }),
        { name: 'kind', type: 'select', required: true, options: options(PART_KIND_LABELS) },
      ],
    },
    paragraph('note', 'Said above the part.'),
    prompt,
    evidence,
  ],
}
