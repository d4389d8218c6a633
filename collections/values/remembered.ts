/** How many answers are remembered before all of them are forgotten: far more than one page asks for. */
const MOST = 10_000

/**
 * The same function, with its answers remembered by `keyOf`: for what is pure, asked for again and again, and costs more to work
 * out than to look up. What is remembered is bounded.
 */
export const remembered = <Given extends unknown[], Answer>(
  keyOf: (...given: Given) => string,
  work: (...given: Given) => Answer,
): ((...given: Given) => Answer) => {
  const answers = new Map<string, Answer>()
  return (...given) => {
    const key = keyOf(...given)
    const known = answers.get(key)
    if (known !== undefined) return known
    if (answers.size >= MOST) answers.clear()
    const answer = work(...given)
    answers.set(key, answer)
    return answer
  }
}
