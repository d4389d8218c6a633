type Rubric = {
  levels?: readonly { name: string }[] | null
  criteria?: readonly { name: string; levels?: readonly unknown[] | null }[] | null
  parts?: readonly { number: number }[] | null
  passRule?: { passParts?: readonly number[] | null; scoredPart?: number | null; requiredLevel?: string | null } | null
}

export type RubricRefusal = { path: string; message: string }

/** What keeps a rubric from being used: a criterion that skips a level, a rule that names a part or level that is not there. */
export const refusalOfRubric = ({ levels, criteria, parts, passRule }: Rubric): RubricRefusal | undefined => {
  const names = (levels ?? []).map(({ name }) => name)
  const numbers = new Set((parts ?? []).map(({ number }) => number))
  for (const [index, criterion] of (criteria ?? []).entries()) {
    const described = criterion.levels?.length ?? 0
    if (described !== names.length)
      return {
        path: `criteria.${index}.levels`,
        message: `“${criterion.name}” describes ${described} of ${names.length} levels (${names.join(', ')}). Describe each one, in that order.`,
      }
  }
  if (passRule?.requiredLevel && !names.includes(passRule.requiredLevel))
    return {
      path: 'passRule.requiredLevel',
      message: `There is no level “${passRule.requiredLevel}”. The levels are ${names.join(', ')}.`,
    }
  for (const number of [...(passRule?.passParts ?? []), passRule?.scoredPart ?? undefined]) {
    if (number !== undefined && !numbers.has(number))
      return { path: 'passRule.passParts', message: `The pass rule names part ${number}, and there is no such part.` }
  }
  return undefined
}
