'use client'
import { useRowLabel } from '@payloadcms/ui'

const NAMES = ['title', 'text', 'name', 'label', 'question', 'prompt', 'date', 'kind'] as const
const LONGEST = 70

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

/** A row is called by its own text; while it has none, by its number. */
export const RowLabel = () => {
  const { data, rowNumber } = useRowLabel<Record<string, unknown> | undefined>()
  const named = NAMES.map((name) => data?.[name]).find((text) => typeof text === 'string' && text.trim() !== '')
  const number = String((rowNumber ?? 0) + 1)
  return <span>{typeof named === 'string' ? `${number}. ${shortened(named)}` : number}</span>
}
