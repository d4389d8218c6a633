import type { Notice } from '../kernel/payload-types.ts'
import type { Day } from '../values/day.ts'

export type NoticeView = {
  id: string
  title: string
  text: string
  tone: 'info' | 'important' | 'closed'
  link: { label: string; path: string } | null
  updatedAt: string
}

/** From its first day to its last, both included; a side left open has no end. */
export const isShown = ({ from, until }: Pick<Notice, 'from' | 'until'>, today: Day): boolean =>
  (!from || from <= today) && (!until || today <= until)

export const noticeView = ({ id, title, text, tone, linkLabel, linkPath, updatedAt }: Notice): NoticeView => ({
  id,
  title,
  text,
  tone,
  link: linkLabel && linkPath ? { label: linkLabel, path: linkPath } : null,
  updatedAt,
})
