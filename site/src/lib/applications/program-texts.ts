import type { LiveDate, OfferedPlace, ProgramView } from '#collections/applications/view.ts'
import { formatDay, formatInstant, formatTimeRange, instantAt, zoneLabel } from '#collections/values/day.ts'
import { formatMoney, type Cents } from '#collections/values/money.ts'
import type { ApplicantKind } from '#collections/applications/states.ts'
import type { Messages } from '../../messages/index.ts'

/** What a place costs: "$45,000 for the entire team". */
export const placePrice = (price: Cents | null, applicant: ApplicantKind, t: Messages, locale: string): string => {
  const words = t.collaboratives
  if (price === null) return words.noPrice
  return price === 0 ? words.noCharge : words.price(formatMoney(price, locale), words.pricePer[applicant])
}

/** How many places there are: "6 teams", "4 of 6 teams left". */
export const placeCount = (
  { places, left }: Pick<OfferedPlace, 'places' | 'left'>,
  applicant: ApplicantKind,
  t: Messages,
): string => {
  const words = t.collaboratives
  if (places === null) return words.limited
  const all = `${places} ${words.places[applicant](places)}`
  return left === null || left === places
    ? words.upToPlaces(places, words.places[applicant](places))
    : t.applications.facts.left(left, all)
}

/** "Thursday, February 1, 2024, 8:30–11:30 AM CT" */
export const liveDateText = ({ date, startTime, endTime, timeZone }: LiveDate, locale: string): string =>
  `${formatDay(date, locale)}, ${formatTimeRange(startTime, endTime, locale)} ${zoneLabel(timeZone, instantAt(date, startTime, timeZone), locale)}`

/** The moment applications close, in the program's own zone; undefined where there is none. */
export const closingText = ({ closesAt, timeZone }: Pick<ProgramView, 'closesAt' | 'timeZone'>, locale: string) =>
  closesAt ? formatInstant(closesAt, timeZone, locale) : undefined

/** The moment they open. */
export const openingText = ({ opensAt, timeZone }: Pick<ProgramView, 'opensAt' | 'timeZone'>, locale: string) =>
  opensAt ? formatInstant(opensAt, timeZone, locale) : undefined
