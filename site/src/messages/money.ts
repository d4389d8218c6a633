/** The words of the statements and payments. */
export const money = {}
