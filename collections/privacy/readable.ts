// Everything about one person, as a file for programs and as a page anybody can read.

/** What a record says, by the names of its fields. */
export type Facts = { readonly [name: string]: unknown }
/** Records of one kind. */
export type Part = { name: string; label: string; records: readonly Facts[] }
export type Everything = { madeAt: string; agency: string; parts: readonly Part[] }

/** What only keeps our machinery going, opens something, or names a member of staff. */
const INTERNAL = new Set([
  'key',
  'search',
  'revision',
  'linkVersion',
  'attempt',
  'attemptHash',
  'seatKey',
  'waitKey',
  'waitOrder',
  'formerSeatKey',
  'activeKey',
  'placeKey',
  'payerKey',
  'notifiedDays',
  'tellsOfEnd',
  'joined',
  'joinedInto',
  'erasure',
  'html',
  'updatedAt',
  'reviewer',
  'recordedBy',
  'decidedBy',
  'feeDecidedBy',
  'gateDecidedBy',
  'bookedBy',
  'revokedBy',
  'user',
  'url',
  'thumbnailURL',
  'lockedUntil',
  'unsubscribe',
  'seen',
  'news',
  'dueAt',
])

const isSaid = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0) &&
  !(typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0)

/** What of a record is about the person, without what is empty. */
export const factsOf = (record: object): Facts => {
  const said = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(said).filter(isSaid)
    return typeof value === 'object' && value !== null ? factsOf(value) : value
  }
  return Object.fromEntries(
    Object.entries(record)
      .filter(([name]) => !INTERNAL.has(name))
      .map(([name, value]) => [name, said(value)] as const)
      .filter(([, value]) => isSaid(value)),
  )
}

/** "offerUntil" → "Offer until" */
export const labelOf = (name: string): string => {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const isCents = (name: string): boolean => /cents$/i.test(name)

const plain = (name: string, value: unknown): string => {
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value === 'number' && isCents(name)) return `$${(value / 100).toFixed(2)}`
  return escaped(String(value)).replaceAll('\n', '<br>')
}

const shown = (name: string, value: unknown): string => {
  if (Array.isArray(value)) return `<ul>${value.map((one) => `<li>${shown(name, one)}</li>`).join('')}</ul>`
  return typeof value === 'object' && value !== null ? listOf(value as Facts) : plain(name, value)
}

const listOf = (facts: Facts): string =>
  `<dl>${Object.entries(facts)
    .map(([name, value]) => `<dt>${escaped(labelOf(name.replace(/Cents$/, '')))}</dt><dd>${shown(name, value)}</dd>`)
    .join('')}</dl>`

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}' +
  'dl{margin:0 0 1rem;padding-inline-start:1rem;border-inline-start:2px solid}dt{font-weight:600}dd{margin:0 0 .4rem 1rem}' +
  'section>dl{margin-block-end:2rem}'

/** A page that needs nothing else to be read: no script, nothing from anywhere. Times are in UTC. */
export const documentOf = ({ madeAt, agency, parts }: Everything): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>Everything we keep about you</title><style>${STYLE}</style></head><body>`,
    `<h1>Everything we keep about you</h1><p>${escaped(agency)}, ${escaped(madeAt.slice(0, 10))}. Times are in UTC.</p>`,
    ...parts.map(
      ({ label, records }) =>
        `<section><h2>${escaped(label)} (${records.length})</h2>${records.map((facts) => listOf(facts)).join('')}</section>`,
    ),
    '</body></html>\n',
  ].join('\n')
