/** The words of this part of the desk. */
export const reviewing = {}
