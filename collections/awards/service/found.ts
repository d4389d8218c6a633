import type { Where } from 'payload'

/** The awards in which every word that was typed is found, in the name, the address, the title or the code. */
export const awardsFound = (typed: string): Where => {
  const words = typed.trim().split(/\s+/).filter(Boolean).slice(0, 6)
  return {
    and: words.map((word) => ({
      or: ['name', 'email', 'title', 'code'].map((field) => ({ [field]: { contains: word } })),
    })),
  }
}
