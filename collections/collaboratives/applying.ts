import type { Field } from 'payload'
import { graceMinutes, paragraph, sentence, texts } from '../fields/index.ts'
import { options } from '../values/options.ts'
import { LIMIT_KIND_LABELS } from '../credentials/states.ts'
import { QUESTION_KIND_LABELS } from './states.ts'

const isText = (_: unknown, question: { kind?: string }): boolean => question?.kind === 'text'

/** What applicants are asked, how they are scored, and how long an offer holds. */
export const applying: Field[] = [
  texts(
    'conditions',
    'What has to be true of everyone who applies, each answered with yes or no before anything else. Which live sessions people can attend is asked by itself, where there is a minimum.',
    { singular: 'Condition', plural: 'Conditions' },
  ),
  {
    name: 'questions',
    type: 'array',
    labels: { singular: 'Question', plural: 'Questions' },
    admin: {
      description:
        'The short application, or the survey of a team. Where several collaboratives share one application, the questions of the first one are asked.',
      initCollapsed: false,
    },
    fields: [
      paragraph('text', 'The question, as people read it.', true),
      sentence('hint', 'A few words that help to answer it.'),
      {
        type: 'row',
        fields: [
          {
            name: 'kind',
            type: 'select',
            label: 'How it is answered',
            required: true,
            defaultValue: 'text',
            options: options(QUESTION_KIND_LABELS),
          },
          { name: 'required', type: 'checkbox', defaultValue: true, label: 'Has to be answered' },
        ],
      },
      {
        type: 'row',
        admin: { condition: isText },
        fields: [
          {
            name: 'wordLimit',
            type: 'number',
            min: 1,
            max: 20_000,
            admin: { description: 'Words. Empty: no limit.' },
          },
          {
            name: 'limitKind',
            type: 'select',
            defaultValue: 'hard',
            label: 'What the limit means',
            options: options(LIMIT_KIND_LABELS),
          },
        ],
      },
      {
        ...paragraph('choices', 'The answers to choose from, one on each line.'),
        admin: {
          description: 'The answers to choose from, one on each line.',
          condition: (_, question) => question?.kind === 'choice',
        },
      } as Field,
    ],
  },
  {
    name: 'criteria',
    type: 'array',
    labels: { singular: 'Criterion', plural: 'Criteria' },
    admin: {
      description:
        'What reviewers score. The score of an application is the sum of its points, the mean of its reviewers.',
    },
    fields: [
      sentence('name', '', { required: true }),
      paragraph('text', 'What to look for.'),
      { name: 'points', type: 'number', required: true, defaultValue: 4, min: 1, max: 100, label: 'Points at most' },
    ],
  },
  {
    name: 'readers',
    type: 'number',
    defaultValue: 1,
    min: 1,
    max: 5,
    label: 'Readers for each application',
    admin: { description: 'So many reviewers score it before its score counts as settled.' },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'offerHours',
        type: 'number',
        required: true,
        defaultValue: 40,
        min: 1,
        max: 400,
        label: 'How long an offer is held, in business hours',
        admin: { description: 'Hours of the registration desk: 40 are five business days.' },
      },
      graceMinutes,
      {
        name: 'paperDays',
        type: 'number',
        required: true,
        defaultValue: 15,
        min: 1,
        max: 200,
        label: 'How long an accepted place of a team waits for its papers, in business days',
        admin: {
          description: 'The agreement or purchase order, and who gets the bill. After that the place is given up.',
        },
      },
    ],
  },
]
