import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'

/** Clock ticks a second on Linux. */
const TICKS = 100

/** Processor seconds a process has used so far, in user and system mode (Linux). */
export const cpuSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

/** Resident memory of a process in megabytes (Linux). */
export const residentMegabytes = (pid: number): number => {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Milliseconds each of several requests in a row took, whole answers read. */
export const timed = async (url: string, times: number): Promise<number[]> => {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const begun = performance.now()
    const response = await fetch(url)
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${url} answered ${response.status}`)
    took.push(performance.now() - begun)
  }
  return took
}

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
