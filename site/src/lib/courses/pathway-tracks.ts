/** Lines that run like rails: level through every layer they cross, changing height only between layers. */

export type Point = { x: number; y: number }
/** From where to where a layer reaches. Lines are level from `approach` on, where junctions stand in front of it. */
export type Column = { approach: number; left: number; right: number }

/** The layers that boxes form, from left to right, with what stands in front of them. */
export const columnsOf = (
  boxes: readonly { x: number; width: number }[],
  inFront: readonly { x: number; width: number }[] = [],
): Column[] => {
  const columns: Column[] = []
  for (const { x, width } of boxes.toSorted((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last && x < last.right) last.right = Math.max(last.right, x + width)
    else columns.push({ approach: x, left: x, right: x + width })
  }
  for (const { x, width } of inFront) {
    const column = columns.find(({ left }) => left >= x + width)
    if (column) column.approach = Math.min(column.approach, x)
  }
  return columns
}

const round = (value: number): number => Math.round(value * 10) / 10

/** Straight through every column it crosses, and from height to height only between columns. */
export const trackPath = (from: Point, to: Point, bends: readonly Point[], columns: readonly Column[]): string => {
  const columnAt = (x: number) => columns.find(({ left, right }) => x >= left && x <= right)
  const crossed = bends.flatMap((bend) => {
    const column = columnAt(bend.x)
    return column && column.left > from.x && column.right < to.x ? [{ ...column, y: bend.y }] : []
  })
  const start = columnAt(from.x)?.right ?? from.x
  let [d, x, at] = [`M${round(from.x)} ${round(from.y)}${start > from.x ? `H${round(start)}` : ''}`, start, from.y]
  const last = Math.min(columns.find(({ left }) => left >= to.x)?.approach ?? to.x, to.x)
  for (const { approach, right, y } of [...crossed, { approach: last, right: to.x, y: to.y }]) {
    const middle = round((x + approach) / 2)
    d += `C${middle} ${round(at)} ${middle} ${round(y)} ${round(approach)} ${round(y)}`
    if (right > approach) d += `H${round(right)}`
    ;[x, at] = [right, y]
  }
  return d
}
