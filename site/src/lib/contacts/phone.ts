/** "ext. 204", "x204", "#204" after a number. */
const EXTENSION = /[\s,;]*(?:ext(?:ension)?\.?|x|#)\s*=?\s*(\d+)\s*$/i

/**
 * "612-555-0111" as a number phones can dial from anywhere: tel:+16125550111. A number written with + stays as it is; an extension
 * is dialed once somebody answers (RFC 3966).
 */
export const phoneHref = (phone: string): string => {
  const extension = EXTENSION.exec(phone)?.[1]
  const digits = phone.replace(EXTENSION, '').replace(/[^\d+]/g, '')
  const number = digits.length === 10 ? `+1${digits}` : digits.length === 11 ? `+${digits}` : digits
  return `tel:${digits.startsWith('+') ? digits : number}${extension ? `;ext=${extension}` : ''}`
}
