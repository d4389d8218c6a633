import { folded } from '../values/searchable.ts'
import type { RosterLine } from './views.ts'

// What has to be ready before a session: how many come, what they need, and whom not to photograph.

/** `needs`: each as it was first written, with how many asked for it, the most first. */
export type Preparing = { coming: number; needs: { text: string; count: number }[]; noPhotographs: number }

type Line = Pick<RosterLine, 'status' | 'needs' | 'mediaRelease' | 'isSharing'>

/** Of everybody who has a seat. The same need in other letters is one. */
export const preparing = (lines: readonly Line[]): Preparing => {
  const coming = lines.filter(({ status }) => status === 'confirmed')
  const asked = coming.flatMap(({ needs }) => needs?.trim() || [])
  const groups = Map.groupBy(asked, (text) =>
    folded(text)
      .replace(/[\s.]+/g, ' ')
      .trim(),
  )
  return {
    coming: coming.filter(({ isSharing }) => !isSharing).length,
    needs: [...groups.values()]
      .map((same) => ({ text: same[0]!, count: same.length }))
      .sort((a, b) => b.count - a.count || a.text.localeCompare(b.text, 'en')),
    noPhotographs: coming.filter(({ mediaRelease }) => !mediaRelease).length,
  }
}
