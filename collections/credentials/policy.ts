import type { EvidenceKind, LimitKind, Needed, PartKind } from './states.ts'

type Limit = { wordLimit?: number | null }
type Prompt = Limit & { title: string; limitKind?: LimitKind | null; optional?: boolean | null }
type Option = Limit & { kind: EvidenceKind; maxMinutes?: number | null }
type Component = {
  title: string
  options?: readonly Option[] | null
  optional?: boolean | null
  criteria?: readonly string[] | null
  requiredLevel?: string | null
}
type Part = {
  number: number
  title: string
  kind: PartKind
  prompts?: readonly Prompt[] | null
  evidence?: readonly Component[] | null
}

/** What of a credential says what is asked and how it is judged, as the panel holds it. */
export type Rubric = {
  levels?: readonly { name: string; points?: number | null }[] | null
  criteria?: readonly { name: string; levels?: readonly unknown[] | null }[] | null
  parts?: readonly Part[] | null
  passRule?: {
    passParts?: readonly number[] | null
    scoredPart?: number | null
    requiredLevel?: string | null
    needed?: Needed | null
    atLeast?: number | null
  } | null
}

/** `path`: the field it belongs to, as the panel names it. */
export type RubricRefusal = { path: string; message: string }

/** Rows that are called as one before them, capitals and spaces around aside. */
const repeated = <Row>(rows: readonly Row[], nameOf: (row: Row) => string): { index: number; name: string }[] => {
  const seen = new Set<string>()
  return rows.flatMap((row, index) => {
    const name = nameOf(row).trim()
    const plain = name.toLowerCase()
    if (!seen.has(plain)) {
      seen.add(plain)
      return []
    }
    return [{ index, name }]
  })
}

const named = ({ title }: { title: string }): string => title

const refusalsOfLevels = ({ levels, criteria }: Rubric): RubricRefusal[] => {
  const names = (levels ?? []).map(({ name }) => name)
  const twice = (path: string, what: string, rows: readonly { name: string }[]) =>
    repeated(rows, ({ name }) => name).map(({ index, name }) => ({
      path: `${path}.${index}.name`,
      message: `Two ${what} are called “${name}”. Nobody could tell which one was meant; give each a name of its own.`,
    }))
  const described = (criteria ?? []).flatMap((criterion, index) => {
    const count = criterion.levels?.length ?? 0
    return count === names.length
      ? []
      : [
          {
            path: `criteria.${index}.levels`,
            message: `“${criterion.name}” describes ${count} of ${names.length} levels (${names.join(', ')}). Describe each one, in that order.`,
          },
        ]
  })
  return [...twice('levels', 'levels', levels ?? []), ...twice('criteria', 'criteria', criteria ?? []), ...described]
}

const refusalsOfPrompt = ({ title, wordLimit, limitKind }: Prompt, path: string): RubricRefusal[] =>
  limitKind === 'hard' && !wordLimit
    ? [
        {
          path: `${path}.wordLimit`,
          message: `“${title}” refuses more words than its limit, and has no limit. Give a number, or let it only say so.`,
        },
      ]
    : []

const HAS_WORDS: readonly EvidenceKind[] = ['text', 'file', 'either', 'colleague']

const refusalsOfComponent = ({ title, options }: Component, path: string): RubricRefusal[] => {
  if ((options ?? []).length === 0)
    return [
      {
        path: `${path}.options`,
        message: `“${title}” has no option, so nothing can be handed in for it. Add at least one form its evidence may take.`,
      },
    ]
  return (options ?? []).flatMap(({ kind, wordLimit, maxMinutes }, index): RubricRefusal[] => [
    ...(wordLimit && !HAS_WORDS.includes(kind)
      ? [
          {
            path: `${path}.options.${index}.wordLimit`,
            message: `A ${kind} has no words to count. Leave the limit of words empty, or choose another kind.`,
          },
        ]
      : []),
    ...(maxMinutes && kind !== 'recording'
      ? [
          {
            path: `${path}.options.${index}.maxMinutes`,
            message: 'Only a recording has a length. Leave the minutes empty, or choose “Audio or video recording”.',
          },
        ]
      : []),
  ])
}

const refusalsOfPart = ({ number, kind, prompts, evidence }: Part, path: string): RubricRefusal[] => {
  if (kind === 'guide') return []
  const [field, rows] = kind === 'evidence' ? ['evidence', evidence ?? []] : ['prompts', prompts ?? []]
  const what = kind === 'evidence' ? 'components' : 'prompts'
  if (rows.length === 0)
    return [{ path: `${path}.${field}`, message: `Part ${number} has no ${what}, so it asks for nothing. Add one.` }]
  return [
    ...repeated(rows, named).map(({ index, name }) => ({
      path: `${path}.${field}.${index}.title`,
      message: `Two ${what} of part ${number} are called “${name}”. Scores and badges name them; give each a name of its own.`,
    })),
    ...(kind === 'evidence'
      ? (evidence ?? []).flatMap((one, index) => refusalsOfComponent(one, `${path}.evidence.${index}`))
      : (prompts ?? []).flatMap((one, index) => refusalsOfPrompt(one, `${path}.prompts.${index}`))),
  ]
}

const refusalsOfParts = ({ parts }: Rubric): RubricRefusal[] => {
  if ((parts ?? []).length === 0)
    return [{ path: 'parts', message: 'There is no part, so nothing can be handed in. Add what people hand in.' }]
  return [
    ...repeated(parts ?? [], ({ number }) => String(number)).map(({ index, name }) => ({
      path: `parts.${index}.number`,
      message: `Two parts have the number ${name}, so one answer would stand in both. Number them one by one.`,
    })),
    ...(parts ?? []).flatMap((part, index) => refusalsOfPart(part, `parts.${index}`)),
  ]
}

const refusalsOfRule = ({ levels, parts, passRule }: Rubric): RubricRefusal[] => {
  const names = (levels ?? []).map(({ name }) => name)
  const { passParts, scoredPart, requiredLevel } = passRule ?? {}
  const refusals: RubricRefusal[] = []
  const refuse = (field: string, message: string) => refusals.push({ path: `passRule.${field}`, message })
  if ((passParts ?? []).length === 0 && scoredPart == null)
    refuse('passParts', 'Nothing is judged, so nobody could ever pass. Name a part that passes, or one that is scored.')
  if (requiredLevel && !names.includes(requiredLevel))
    refuse('requiredLevel', `There is no level “${requiredLevel}”. The levels are ${names.join(', ')}.`)
  const asked = [
    ...(passParts ?? []).map((number) => ['passParts', number] as const),
    ...(scoredPart == null ? [] : [['scoredPart', scoredPart] as const]),
  ]
  for (const [field, number] of asked) {
    const part = (parts ?? []).find((one) => one.number === number)
    if (!part) refuse(field, `The pass rule names part ${number}, and there is no such part.`)
    else if (part.kind === 'guide')
      refuse(field, `Part ${number} is a scoring guide, for which nothing is handed in, so it cannot be judged.`)
  }
  for (const { name } of repeated(asked, ([, number]) => String(number)))
    refuse('passParts', `Part ${name} is named twice. It either passes as a whole or is scored with the rubric.`)
  return refusals
}

/** What is judged of the part that is scored: its components, or its prompts. */
const scoredOf = ({ parts, passRule }: Rubric): { rows: readonly Component[]; path: string } | undefined => {
  const index = (parts ?? []).findIndex(({ number }) => number === passRule?.scoredPart)
  const part = parts?.[index]
  if (!part || part.kind === 'guide') return undefined
  const field = part.kind === 'evidence' ? 'evidence' : 'prompts'
  return { rows: part[field] ?? [], path: `parts.${index}.${field}` }
}

/** How many rows of the rubric a component is scored on; without a rubric, once. */
const rowsOf = ({ criteria }: Component, all: number): number => (criteria?.length ? criteria.length : Math.max(1, all))

const refusalsOfNumber = (rubric: Rubric): RubricRefusal[] => {
  const { levels, criteria, passRule } = rubric
  const { needed, atLeast, scoredPart } = passRule ?? {}
  if (!needed || needed === 'all') return []
  const path = 'passRule.atLeast'
  if (scoredPart == null)
    return [
      { path: 'passRule.needed', message: 'Scores are counted, and no part is scored with the rubric. Name one.' },
    ]
  if (!atLeast) return [{ path, message: 'Say how many are needed.' }]
  const { rows = [] } = scoredOf(rubric) ?? {}
  if (needed === 'some')
    return rows
      .filter((row) => rowsOf(row, criteria?.length ?? 0) < atLeast)
      .slice(0, 1)
      .map((row) => ({
        path,
        message: `“${row.title}” is scored on ${rowsOf(row, criteria?.length ?? 0)} criteria, so it can never reach ${atLeast}.`,
      }))
  const count = levels?.length ?? 0
  const most = Math.max(0, ...(levels ?? []).map(({ points }, at) => points ?? count - 1 - at))
  const all = rows
    .filter(({ optional }) => !optional)
    .reduce((sum, row) => sum + most * rowsOf(row, criteria?.length ?? 0), 0)
  return atLeast > all
    ? [{ path, message: `All scores at the highest level come to ${all} points, so nobody could reach ${atLeast}.` }]
    : []
}

const refusalsOfPoints = ({ levels }: Rubric): RubricRefusal[] => {
  const count = levels?.length ?? 0
  const points = (levels ?? []).map(({ points }, at) => points ?? count - 1 - at)
  return points.flatMap((own, at) =>
    at > 0 && own >= points[at - 1]!
      ? [
          {
            path: `levels.${at}.points`,
            message: `“${levels![at]!.name}” has no fewer points than the level above it.`,
          },
        ]
      : [],
  )
}

const refusalsOfScored = (rubric: Rubric): RubricRefusal[] => {
  const names = (rubric.levels ?? []).map(({ name }) => name)
  const rowNames = (rubric.criteria ?? []).map(({ name }) => name)
  const { rows, path } = scoredOf(rubric) ?? { rows: [], path: '' }
  return rows.flatMap(({ criteria, requiredLevel }, index): RubricRefusal[] => [
    ...(criteria ?? [])
      .filter((name) => !rowNames.includes(name))
      .map((name) => ({
        path: `${path}.${index}.criteria`,
        message: `There is no row “${name}”. The rows of the rubric are ${rowNames.join(', ') || 'none'}.`,
      })),
    ...(requiredLevel && !names.includes(requiredLevel)
      ? [
          {
            path: `${path}.${index}.requiredLevel`,
            message: `There is no level “${requiredLevel}”. The levels are ${names.join(', ')}.`,
          },
        ]
      : []),
  ])
}

/** All that is judged may be left out: whoever hands in nothing would wait for ever. */
const refusalsOfOptional = ({ parts, passRule }: Rubric): RubricRefusal[] => {
  const numbers = [...(passRule?.passParts ?? []), passRule?.scoredPart]
  const judged = (parts ?? []).filter(({ number, kind }) => kind !== 'guide' && numbers.includes(number))
  const rows = judged.flatMap((part): readonly { optional?: boolean | null }[] =>
    part.kind === 'evidence' ? (part.evidence ?? []) : (part.prompts ?? []),
  )
  return rows.length > 0 && rows.every(({ optional }) => optional)
    ? [
        {
          path: 'passRule.passParts',
          message: 'Everything that is judged may be left out. Something has to be handed in.',
        },
      ]
    : []
}

/**
 * Everything that would make a credential a dead end, in the order of the panel's tabs: what can never be handed in, scored or
 * passed, or could be taken for something else. Work keeps the credential it was begun with, so a repair would come too late
 * for whoever began; none of it is published.
 */
export const refusalsOfRubric = (rubric: Rubric): RubricRefusal[] => [
  ...refusalsOfParts(rubric),
  ...refusalsOfLevels(rubric),
  ...refusalsOfPoints(rubric),
  ...refusalsOfScored(rubric),
  ...refusalsOfRule(rubric),
  ...refusalsOfNumber(rubric),
  ...refusalsOfOptional(rubric),
]
