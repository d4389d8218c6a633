import { TITLES, WORD_NAMES } from './names.ts'
import type { Stretch } from './employer.ts'
import { areNear, isCapitalized, type Token } from './tokens.ts'

// What gives an author away without naming them: colleagues, schools, streets, numbers of districts, ways to reach somebody.

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

const E_MAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const PHONE = /(?<!\d)(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}(?!\d)/g
const STREET =
  /(?<![\p{L}\p{N}])\d{1,5}[½]?\s+(?:[NSEW][EW]?\.?\s+)?(?:\p{Lu}[\p{L}'’.]*|\d{1,3}(?:st|nd|rd|th))(?:\s+\p{Lu}[\p{L}'’.]*){0,3}\s+(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Court|Ct|Parkway|Pkwy|Highway|Hwy|Circle|Trail|Place|Pl)\b\.?(?:\s+(?:[NSEW][EW]?\b\.?|North|South|East|West))?(?:,\s*\p{Lu}[\p{L}\s.]{1,30},\s*[A-Z]{2}(?:\s+\d{5}(?:-\d{4})?)?)?/gu
const DISTRICT =
  /(?<![\p{L}\p{N}])(?:independent\s+school\s+district|special\s+school\s+district|school\s+district|district|isd|ssd|csd)\s*(?:no\.?|number|#)?\s*\d{1,4}(?!\d)/giu
const SCHOOL =
  /(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}\p{M}'’.-]*\s+){1,4})(?:(?:Public|Area|Community|Independent|Consolidated|Unified|County|City)\s+){0,2}(?:(?:Elementary|Middle|Intermediate|Primary|High|(?:Junior|Senior)\s+High|Charter|Alternative|Magnet|Montessori|Immersion|Public|Area|Community)\s+(?:Schools?|Academy)|School\s+District|Elementary|Academy)(?![\p{L}\p{N}])/gu

/** What begins with a capital before a school and is no part of its name. */
const NO_NAME = words(`
  a all an and another any as at because before both by during each every for from her his i if in into its leading many most my
  near no of on one or other our several since some that the their these this those through to two under visiting was we were
  when where while with your neighborhood local public private
`)

/** Whose name is likely to follow: "our principal, Ann Olson", "my colleague Olson". */
const ROLES = words(`
  administrator aide assistant classmate colleague coordinator counselor cousin coteacher daughter director husband interpreter
  liaison librarian mentor neighbor nurse para paraprofessional partner president psychologist secretary sister son specialist
  supervisor teammate wife worker
`)
/** Capitalized, and nobody's name, where a role stands before it. */
const NOT_SOMEBODY = words(`
  a african american an and art asian at because black but chinese dakota english for french from he hispanic history hmong how i
  if in indigenous is it karen latina latino latinx lead math mathematics mexican minnesota muslim my native of ojibwe on our
  reading science she social somali spanish special that the they this to title we what when where who wisconsin with you
`)

const stretches = (text: string, pattern: RegExp): Stretch[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))

/** Schools by how they are called: capitals before "Elementary", "Middle School", "School District". */
const schoolsIn = (text: string): Stretch[] =>
  [...text.matchAll(SCHOOL)].flatMap(({ index, 0: found, 1: before }) => {
    let skipped = 0
    for (const word of before!.match(/\S+\s+/g) ?? []) {
      if (!NO_NAME.has(word.trim().toLowerCase())) break
      skipped += word.length
    }
    return skipped === before!.length ? [] : [{ from: index + skipped, to: index + found.length }]
  })

const isSomebody = (token: Token | undefined): token is Token =>
  token !== undefined && isCapitalized(token) && token.plain.length > 1 && !NOT_SOMEBODY.has(token.plain)

/** Names of others: what follows a title or a role with capitals, and each of these words wherever else it stands with one. */
const colleaguesIn = (tokens: readonly Token[]): Stretch[] => {
  const found: Stretch[] = []
  const known = new Set<string>()
  for (const [at, { plain }] of tokens.entries()) {
    const isIntroduced = TITLES.has(plain) || ROLES.has(plain)
    if (!isIntroduced || !isSomebody(tokens[at + 1]) || !areNear(tokens[at], tokens[at + 1])) continue
    let last = at + 1
    while (last < at + 3 && isSomebody(tokens[last + 1]) && tokens[last + 1]!.from - tokens[last]!.to === 1) last += 1
    found.push({ from: tokens[at + 1]!.from, to: tokens[last]!.to })
    for (const { plain: name } of tokens.slice(at + 1, last + 1))
      if (name.length > 2 && !WORD_NAMES.has(name)) known.add(name)
  }
  for (const token of tokens) if (known.has(token.plain) && isCapitalized(token)) found.push(token)
  return found
}

/** What a text says of people and places around its author, by kind. */
export const aroundIn = (text: string, tokens: readonly Token[]) => ({
  people: [...stretches(text, E_MAIL), ...colleaguesIn(tokens)],
  places: [...schoolsIn(text), ...stretches(text, DISTRICT), ...stretches(text, STREET)],
  phones: stretches(text, PHONE),
})
