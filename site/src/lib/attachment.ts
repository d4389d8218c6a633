const ASCII = /[^\w .-]/g

/** A name for a header (RFC 8187): everything but letters, digits and a few signs is written as bytes. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Headers for a paper a stranger sent: it is saved and never shown, and nothing in it may run, whatever it claims to be. */
export const attachment = (name: string, type: string): Record<string, string> => ({
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${name.replace(ASCII, '_')}"; filename*=UTF-8''${encoded(name)}`,
})
