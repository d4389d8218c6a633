import { WORD_NAMES } from './names.ts'
import { areNear, beginsSentence, isCapitalized, plainWord, tokensOf, type Token } from './tokens.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

/** What many names of districts, schools and agencies have in common; none of it tells one from another. */
const GENERIC = words(`
  academies academy agency alternative area association board center centers central charter coalition collaborative college
  colleges community consolidated cooperative council county department district districts education educational elementary
  elem foundation high immersion independent institute intermediate international isd ise junior k8 k12 kindergarten language
  learning magnet middle montessori network office online preschool primary program programs public regional school schools
  secondary senior service services special state stem system team unified unit university
`)
const SMALL = words('a an and at by de for in la no number of on the to')

/** Initials that teachers write every day; they name no employer. */
const ACRONYMS = words(`
  adhd ap avid bipoc ceu crt dei dpi ebd eds edd ela ell els esl esol gpa hbcu iep ieps ir isp k12 lea leas lgbt lgbtq lgbtqia
  mde ml mlk mtss naep nea pbis pd pelsb phd plc plcs psat pta pto rti sat sea seas sel sped sst stem steam sro tosa udl usa wida
`)
const ENDINGS = ['s', 'ps', 'sd', 'isd', 'psd', 'csd', 'usd', 'asd', 'aps', 'as', 'cs', 'hs', 'ms', 'es']
/** Letters of initials below which they could be anything, and of a name run together before it is looked for inside words. */
const FEWEST_INITIALS = 3
const FEWEST_JOINED = 7
const FEWEST_IN_HOST = 5

/** Who hands out mailboxes to anybody; such an address names no employer. */
const MAIL_PROVIDERS = words(
  'gmail.com outlook.com hotmail.com yahoo.com icloud.com aol.com msn.com live.com me.com proton.me',
)
const DOMAIN = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u

/** The forms in which people write the name of one organization; all of it in plain letters. */
type Forms = {
  /** Words in a row, in any case. `isWhole`: nothing generic that follows belongs to it. */
  rows: { words: string[]; isWhole: boolean }[]
  /** One word that is the name with a capital. `isCommon`: also a word of the language. */
  alone: { word: string; isCommon: boolean } | null
  initials: string[]
  joined: string[]
}

const isGeneric = (word: string): boolean => GENERIC.has(word) || /^\d+$/.test(word)

const initialsOf = (all: readonly string[], core: readonly string[]): string[] => {
  const first = (some: readonly string[]) => some.map((word) => word[0]).join('')
  const short = first(core)
  return [first(all.filter((word) => !SMALL.has(word))), short, ...ENDINGS.map((ending) => short + ending)].filter(
    (initials) => initials.length >= FEWEST_INITIALS && !ACRONYMS.has(initials),
  )
}

const formsOf = (name: string): Forms => {
  const all = tokensOf(name).map(({ plain }) => plain)
  const core = all.filter((word) => !isGeneric(word) && !SMALL.has(word))
  const [first] = core
  // "Basswood Ridge" of "Basswood Ridge Public Schools", if nothing stands between.
  const at = all.indexOf(first ?? '')
  const isTogether = core.length > 1 && core.every((word, index) => all[at + index] === word)
  return {
    rows: [
      ...(all.length > 1 || first === undefined ? [{ words: all, isWhole: true }] : []),
      ...(isTogether ? [{ words: core, isWhole: false }] : []),
    ].filter(({ words }) => words.length > 0),
    alone:
      first !== undefined && first.length > 2 && (core.length === 1 || !WORD_NAMES.has(first))
        ? { word: first, isCommon: WORD_NAMES.has(first) }
        : null,
    initials: first === undefined ? [] : initialsOf(all, core),
    joined: [all.join(''), core.join('')].filter((one) => one.length >= FEWEST_IN_HOST && one !== first),
  }
}

const GENERIC_STEM = (word: string): boolean => GENERIC.has(word) || GENERIC.has(word.replace(/s$/, ''))

export type Stretch = { from: number; to: number }

/** A web address, with or without its scheme. */
const HOST = /(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/?#][^\s)\]]*)?/giu
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{Lu}\.[ \u00a0]?){2,}\p{Lu}?(?![\p{L}\p{N}])/gu

/**
 * Finds an employer in what its people write: the whole name in any case, its own part without "Public Schools", that part's
 * first word with a capital, initials with and without dots, possessives and plurals of all of them, names run together, and web
 * addresses of it or of any public school (k12). Names of several words are found in any case, single ones only with a capital, and one
 * that is also a word of the language ("River School") not where a sentence begins. `names`: names, short names and domains.
 */
export const employerIn = (names: readonly string[]): ((text: string, tokens: readonly Token[]) => Stretch[]) => {
  const trimmed = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '')
  const domains = trimmed.filter((name) => DOMAIN.test(name) && !MAIL_PROVIDERS.has(name))
  const forms = trimmed.filter((name) => !DOMAIN.test(name)).map(formsOf)
  const rows = Map.groupBy(
    forms.flatMap((one) => one.rows),
    ({ words }) => words[0]!,
  )
  const alone = new Map(forms.flatMap((one) => (one.alone ? [[one.alone.word, one.alone.isCommon] as const] : [])))
  const initials = new Set(forms.flatMap((one) => one.initials))
  const joined = [...new Set(forms.flatMap((one) => one.joined))]
  const insideWords = joined.filter((one) => one.length >= FEWEST_JOINED)
  // All of it is letters and digits, which mean themselves.
  const hasJoined = insideWords.length > 0 ? new RegExp(insideWords.join('|'), 'u') : undefined
  const isHostOf = (host: string): boolean =>
    /\.k12\./.test(host) ||
    domains.some((domain) => host === domain || host.endsWith(`.${domain}`)) ||
    [...joined, ...[...alone].flatMap(([word, isCommon]) => (isCommon ? [] : [word]))].some(
      (one) => one.length >= FEWEST_IN_HOST && plainWord(host.replace(/[.-]/g, '')).includes(one),
    )

  const rowAt = (tokens: readonly Token[], at: number) =>
    (rows.get(tokens[at]!.plain) ?? []).flatMap(({ words, isWhole }) => {
      const isHere = words.every((word, next) => {
        const token = tokens[at + next]
        const isSame =
          token?.plain === word || (GENERIC_STEM(word) && token?.plain.replace(/s$/, '') === word.replace(/s$/, ''))
        return isSame && (next === 0 || areNear(tokens[at + next - 1], token))
      })
      return isHere ? [{ end: at + words.length - 1, isWhole }] : []
    })[0]

  /** Where what follows still belongs to the name: "Basswood Ridge" + "Middle School". */
  const beyond = (tokens: readonly Token[], end: number): number => {
    let last = end
    while (areNear(tokens[last], tokens[last + 1]) && GENERIC_STEM(tokens[last + 1]!.plain)) last += 1
    return last
  }

  const isInitials = ({ text }: Token): boolean => {
    const letters = text.replace(/['’]?s?$/, '').replace(/['’]/g, '')
    return /^\p{Lu}{3,}$/u.test(letters) && initials.has(plainWord(letters))
  }

  const isAlone = (text: string, tokens: readonly Token[], at: number): boolean => {
    const token = tokens[at]!
    const isCommon = alone.get(token.plain)
    if (isCommon === undefined) return false
    const next = tokens[at + 1]
    if (areNear(token, next) && GENERIC_STEM(next!.plain)) return true
    return isCapitalized(token) && !(isCommon && beginsSentence(text, token))
  }

  return (text, tokens) => {
    const found: Stretch[] = []
    for (const [at, token] of tokens.entries()) {
      const row = rowAt(tokens, at)
      if (row) found.push({ from: token.from, to: tokens[row.isWhole ? row.end : beyond(tokens, row.end)]!.to })
      else if (isAlone(text, tokens, at)) found.push({ from: token.from, to: tokens[beyond(tokens, at)]!.to })
      else if (isInitials(token) || hasJoined?.test(token.plain)) found.push({ from: token.from, to: token.to })
    }
    for (const { index, 0: written } of text.matchAll(DOTTED))
      if (initials.has(plainWord(written))) found.push({ from: index, to: index + written.length })
    for (const { index, 0: address, 1: host } of text.matchAll(HOST))
      if (isHostOf(host!.toLowerCase())) found.push({ from: index, to: index + address.length })
    return found
  }
}
