const IS_SITE = /^(\/(?!\/)|#)\S*$/
const IS_WHOLE = /^(https?:\/\/[^\s/?#]+\.[^\s/?#]+\S*|mailto:[^\s@]+@[^\s@]+\.[^\s@]+|tel:\+?[\d(). -]+)$/i
/** A name in a public domain, as people write it down: “www.example.org/flyer”, “example.org”. */
const IS_BARE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}([/?#]\S*)?$/i
const IS_MAILBOX = /^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i

/** A link as somebody typed it, completed: “www.example.org” → “https://www.example.org”. What is no link stays as it is. */
export const completeLink = (typed: string): string => {
  const link = typed.trim()
  if (IS_SITE.test(link) || IS_WHOLE.test(link)) return link
  if (IS_MAILBOX.test(link)) return `mailto:${link}`
  return IS_BARE.test(link) ? `https://${link}` : link
}

/** Why something cannot be the address of a link, in a sentence; undefined: it can. */
export const refusalOfLink = (typed: string | null | undefined): string | undefined => {
  const link = completeLink(typed ?? '')
  return IS_SITE.test(link) || IS_WHOLE.test(link)
    ? undefined
    : 'Give a whole address, such as https://www.example.org, one of this site, such as /courses, or a mailbox.'
}
