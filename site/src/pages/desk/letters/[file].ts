import type { APIRoute } from 'astro'

/** Nothing in a paper a stranger sent may run, whatever it claims to be. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
}

const ASCII = /[^\w .-]/g

/** A name for a header (RFC 8187): everything but letters, digits and a few signs is written as bytes. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A permission letter, to be saved; 404 for anyone the desk is not open to, as if it were not there. */
export const GET: APIRoute = async ({ params, locals }) => {
  const letter = await locals.staff?.letter(params['file'] ?? '')
  if (!letter) return new Response('There is no such letter.\n', { status: 404, headers: HEADERS })
  const plain = letter.name.replace(ASCII, '_')
  return new Response(letter.bytes, {
    headers: {
      ...HEADERS,
      'Content-Type': letter.type,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded(letter.name)}`,
    },
  })
}
