import { TRANSCRIPT_KINDS, type Period, type TranscriptKind } from '#collections/transcripts/policy.ts'
import { isDay } from '#collections/values/day.ts'
import { isOneOf } from '#collections/values/list.ts'

const dayIn = (query: URLSearchParams, name: string): string | null => {
  const value = query.get(name) ?? ''
  return isDay(value) ? value : null
}

/** The days somebody asked for; what is no day is no bound. */
export const periodIn = (query: URLSearchParams): Period => ({
  from: dayIn(query, 'from'),
  until: dayIn(query, 'until'),
})

export const transcriptKind = (kind: string | undefined): TranscriptKind | undefined =>
  isOneOf<unknown>(TRANSCRIPT_KINDS, kind) ? (kind as TranscriptKind) : undefined
