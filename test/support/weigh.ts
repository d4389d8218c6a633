import { brotliCompressSync } from 'node:zlib'

const kilobytes = (bytes: number): number => bytes / 1000

const compressed = (text: string): number => kilobytes(brotliCompressSync(text).length)

/** Style sheets and scripts by address; those many pages share are compressed once. */
const files = new Map<string, Promise<number>>()
const sizeOf = (address: string): Promise<number> => {
  const size = files.get(address) ?? fetch(address).then(async (response) => compressed(await response.text()))
  files.set(address, size)
  return size
}

/** What a page costs over the wire: HTML, and each style sheet and script it names, compressed with brotli; in kB. */
export const weigh = async (base: string, path: string): Promise<{ html: number; css: number; js: number }> => {
  const html = await (await fetch(base + path)).text()
  const sizesOf = async (pattern: RegExp) => {
    const named = [...html.matchAll(pattern)].map(([, file]) => new URL(file!.replaceAll('&amp;', '&'), base).href)
    const sizes = await Promise.all([...new Set(named)].map(sizeOf))
    return sizes.reduce((sum, size) => sum + size, 0)
  }
  return {
    html: compressed(html),
    css: await sizesOf(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g),
    js: await sizesOf(/<script[^>]+src="([^"]+)"/g),
  }
}
