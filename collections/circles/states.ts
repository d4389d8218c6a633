/** A circle is told apart by shape and pattern as well as by color. */
export const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'hexagon', 'cross'] as const
export type Shape = (typeof SHAPES)[number]

export const PATTERNS = ['solid', 'lines', 'dots', 'waves', 'grid', 'rings'] as const
export type Pattern = (typeof PATTERNS)[number]
