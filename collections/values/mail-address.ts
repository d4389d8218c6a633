// A mail address as people paste it: with a name around it, with signs nobody sees, with a domain in other letters.

/** Signs nobody sees, and control characters: whoever copies an address from a page or a chat copies them along. */
const UNSEEN = /[\p{Cf}\p{Cc}]/gu
/** "Ana Lopez <ana@example.org>" */
const IN_BRACKETS = /<([^<>]+@[^<>]+)>[\s,;.]*$/
/** What stands around an address in a list or a sentence. */
const AROUND = /^[\s"'“”‘’(<[,;:]+|[\s"'“”‘’)>\],;:.]+$/gu

/** The domain as mail servers know it: "münchen.example" is xn--mnchen-3ya.example. As it is, where it is none. */
const asciiDomain = (domain: string): string => {
  if (/^[\x21-\x7e]*$/.test(domain)) return domain
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return domain
  }
}

/** The address alone, in small letters, out of what was pasted; it still has to be looked at whether it is one. */
export const mailAddress = (pasted: string): string => {
  const text = pasted.normalize('NFC').replace(UNSEEN, '')
  const address = (IN_BRACKETS.exec(text)?.[1] ?? text)
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '')
    .replace(AROUND, '')
    .toLowerCase()
  const at = address.lastIndexOf('@')
  return at < 0 ? address : `${address.slice(0, at)}@${asciiDomain(address.slice(at + 1))}`
}

/** Letters of any script before the @, as mail servers take them; after it a domain of two parts or more. */
const ADDRESS =
  /^(?![.])(?!.*[.][.])[\p{L}\p{M}\p{N}_'+.!#$%&*/=?^`{|}~-]*[\p{L}\p{M}\p{N}_+-]@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/iu

export const isMailAddress = (text: string): boolean => ADDRESS.test(text)
