/** A part of a file, in bytes, both ends included. */
export type Stretch = { from: number; to: number }

/**
 * The part of a file that is asked for (RFC 9110, 14.2): one stretch, or the last so many bytes. 'none': all of it, as where nothing,
 * several parts or nonsense is asked for; 'beyond': it lies behind the end.
 */
export const stretchOf = (range: string | null, size: number): Stretch | 'none' | 'beyond' => {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'none'
  if (first === '') {
    const count = Math.min(size, Number(last))
    return count === 0 ? 'beyond' : { from: size - count, to: size - 1 }
  }
  const [from, to] = [Number(first), last === '' ? size - 1 : Math.min(size - 1, Number(last))]
  if (from >= size) return 'beyond'
  return to < from ? 'none' : { from, to }
}
