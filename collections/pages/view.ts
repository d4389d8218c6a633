import type { ImageView } from '../media/view.ts'

export type PageCard = { slug: string; title: string; summary: string }
export type PageView = PageCard & { body: string; image: ImageView | null; updatedAt: string }
