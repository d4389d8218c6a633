import { credentialView } from '#collections/credentials/view.ts'
import { itemsOf, type Handed } from '#collections/submissions/parts.ts'
import { credentials } from '#seed/content/credentials.ts'

/** Purposeful Collaboration as it is shown, from the demo content. */
export const purposeful = credentialView(
  { ...credentials[0]!, id: 'credential', contacts: [], createdAt: '', updatedAt: '' },
  [],
  [],
)

export const items = itemsOf(purposeful.parts)

/** A text of so many words. */
export const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ')

const file = (id: string, seconds: number | null = null) => ({ id, seconds })

/** Everything handed in, with nothing missing. */
export const complete: Readonly<Record<string, Handed>> = {
  '1-1': { text: words(500) },
  '1-2': { text: words(500) },
  '2-1': { option: 2, files: [file('proposal')] },
  '2-2': { option: 0, files: [file('meeting', 600)] },
  '2-3': { option: 0, text: words(500) },
  '4-1': { text: words(1) },
}
