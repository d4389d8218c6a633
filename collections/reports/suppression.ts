// Groups of fewer than ten people are not shown, nor is what would let a reader work them out by a subtraction from the whole
// (domain rule: small cells are suppressed).

/** The fewest people a group has that is shown. */
export const LEAST = 10

const isSmall = (people: number): boolean => people > 0 && people < LEAST

/**
 * Which of some groups that add up to a whole are hidden. A small one is; and where what is hidden would still be known by taking
 * what is shown from the whole, because it is one group or so few people together, the smallest of the others goes with it. Groups
 * of nobody are shown: there is nobody to protect.
 */
export const hiddenOf = (people: readonly number[]): boolean[] => {
  const hidden = people.map(isSmall)
  if (!hidden.includes(true)) return hidden
  for (;;) {
    const among = people.filter((_, at) => hidden[at])
    if (among.length > 1 && among.reduce((sum, count) => sum + count, 0) >= LEAST) return hidden
    const next = people
      .map((count, at) => ({ count, at }))
      .filter(({ count, at }) => count > 0 && !hidden[at])
      .toSorted((a, b) => a.count - b.count)[0]
    if (!next) return hidden
    hidden[next.at] = true
  }
}

/** The same for a table: no cell can be worked out along its row or its column, each of which adds up to something shown elsewhere. */
export const hiddenIn = (cells: readonly (readonly number[])[]): boolean[][] => {
  const hidden = cells.map((row) => row.map(isSmall))
  // What is hidden counts as small where its line is looked at again.
  const line = (counts: readonly number[], marks: readonly boolean[]): boolean[] => {
    const found = hiddenOf(counts.map((count, at) => (marks[at] ? Math.min(count, LEAST - 1) : count)))
    return marks.map((mark, at) => mark || found[at]!)
  }
  for (let isChanged = true; isChanged;) {
    isChanged = false
    const put = (row: number, column: number) => {
      if (hidden[row]![column]) return
      hidden[row]![column] = true
      isChanged = true
    }
    for (const [row, counts] of cells.entries())
      for (const [column, mark] of line(counts, hidden[row]!).entries()) if (mark) put(row, column)
    for (const column of (cells[0] ?? []).keys()) {
      const counts = cells.map((row) => row[column]!)
      const marks = hidden.map((row) => row[column]!)
      for (const [row, mark] of line(counts, marks).entries()) if (mark) put(row, column)
    }
  }
  return hidden
}
