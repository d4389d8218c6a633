/** How a question is answered. Only comments may be left empty. */
export const QUESTION_KINDS = ['scale', 'choice', 'comment'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const QUESTION_KIND_LABELS = {
  scale: 'Agree or disagree, in five steps',
  choice: 'One of several answers',
  comment: 'In one’s own words',
} satisfies Record<QuestionKind, string>

/** The steps of a scale, from 1 to 5. */
export const SCALE = ['Disagree strongly', 'Disagree', 'Neither', 'Agree', 'Agree strongly'] as const

/** What a course says about its evaluation. */
export const COURSE_EVALUATIONS = ['as-set', 'required', 'optional', 'none'] as const
export type CourseEvaluation = (typeof COURSE_EVALUATIONS)[number]

export const COURSE_EVALUATION_LABELS = {
  'as-set': 'As the settings say',
  required: 'Asked, and required before a certificate',
  optional: 'Asked, and not required',
  none: 'Not asked',
} satisfies Record<CourseEvaluation, string>

/** Why somebody cannot answer now. */
export const EVALUATION_REFUSALS = ['answered', 'not-asked', 'changed-meanwhile'] as const
export type EvaluationRefusal = (typeof EVALUATION_REFUSALS)[number]
