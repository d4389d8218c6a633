/** Letters, digits and signs that need no escape (RFC 3986, 2.3), written as one; mail gateways do so with links. */
const NEEDLESS = /%(2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/gi

/** The same address without needless escapes (RFC 3986, 6.2.2.2). */
export const withoutEscapes = (path: string): string =>
  path.replace(NEEDLESS, (escaped) => {
    const sign = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return /[\w.~-]/.test(sign) ? sign : escaped
  })
