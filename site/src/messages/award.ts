/** The words of these pages. */
export const award = {}
