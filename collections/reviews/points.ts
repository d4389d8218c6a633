import type { Criterion } from '../collaboratives/questions.ts'

/**
 * What a reviewer gave an application: whole points and a comment, by the place of the criterion, from '1'. Points are null in a
 * draft that has a comment only.
 */
export type PointScores = Readonly<Record<string, { points: number | null; comment: string }>>

const placesOf = (criteria: readonly Criterion[]) =>
  criteria.map(({ points }, index) => ({ place: String(index + 1), most: points }))

/** Criteria that still have no points of their own; their places, in order. Points are whole, from 0 to the most there are. */
export const lackingPoints = (criteria: readonly Criterion[], scores: PointScores): string[] =>
  placesOf(criteria)
    .filter(({ place, most }) => {
      const points = scores[place]?.points
      return points == null || !Number.isInteger(points) || points < 0 || points > most
    })
    .map(({ place }) => place)

/** The points somebody gave in all; what is not asked for does not count. */
export const sumOf = (criteria: readonly Criterion[], scores: PointScores): number =>
  placesOf(criteria).reduce((sum, { place }) => sum + (scores[place]?.points ?? 0), 0)

/** The most points there are. */
export const mostPoints = (criteria: readonly Criterion[]): number =>
  criteria.reduce((sum, { points }) => sum + points, 0)

/**
 * The score of an application: the mean of its reviewers' sums, to two decimals. A review with a criterion left open does not
 * count. Null while nobody finished, and where the program names no criteria: without them nothing can be scored.
 */
export const scoreOf = (criteria: readonly Criterion[], reviews: readonly PointScores[]): number | null => {
  const finished = reviews.filter((scores) => lackingPoints(criteria, scores).length === 0)
  if (criteria.length === 0 || finished.length === 0) return null
  const total = finished.reduce((sum, scores) => sum + sumOf(criteria, scores), 0)
  return Math.round((total / finished.length) * 100) / 100
}

/** On how many finished reviews a score rests, and the lowest and highest sum among them. */
export type Readings = { done: number; least: number; most: number }

export const readingsOf = (criteria: readonly Criterion[], reviews: readonly PointScores[]): Readings | null => {
  const sums = reviews
    .filter((scores) => lackingPoints(criteria, scores).length === 0)
    .map((scores) => sumOf(criteria, scores))
  return sums.length === 0 ? null : { done: sums.length, least: Math.min(...sums), most: Math.max(...sums) }
}
