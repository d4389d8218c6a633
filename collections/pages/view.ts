import type { ImageView } from '../media/view.ts'

export type PageCard = { slug: string; title: string; summary: string; isInFooter: boolean }
export type PageView = Omit<PageCard, 'isInFooter'> & { body: string; image: ImageView | null; updatedAt: string }
