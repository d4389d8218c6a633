import type { CourseCard } from '../courses/view.ts'

export type StrategyCard = { slug: string; name: string; summary: string; courses: number }
export type StrategyView = { slug: string; name: string; summary: string; story: string; courses: CourseCard[] }
export type RecommendationView = { slug: string; title: string; text: string }
