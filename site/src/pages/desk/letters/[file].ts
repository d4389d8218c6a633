import type { APIRoute } from 'astro'

/** Nothing in a paper a stranger sent may run, whatever it claims to be. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
}

const ASCII = /[^\w .-]/g

/** A permission letter, to be saved; 404 for anyone the desk is not open to, as if it were not there. */
export const GET: APIRoute = async ({ params, locals }) => {
  const letter = await locals.staff?.letter(params['file'] ?? '')
  if (!letter) return new Response('There is no such letter.\n', { status: 404, headers: HEADERS })
  const plain = letter.name.replace(ASCII, '_')
  return new Response(letter.bytes, {
    headers: {
      ...HEADERS,
      'Content-Type': letter.type,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(letter.name)}`,
    },
  })
}
