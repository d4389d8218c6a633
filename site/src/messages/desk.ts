/** The words of the pages on which people register and manage what they registered for. */
export const desk = {}
