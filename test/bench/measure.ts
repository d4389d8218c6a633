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

/** What a page costs over the wire: HTML, and each style sheet and script it names, compressed with brotli; in kB. */
export const weigh = async (base: string, path: string): Promise<{ html: number; css: number; js: number }> => {
  const html = await (await fetch(base + path)).text()
  const compressed = (text: string) => kilobytes(brotliCompressSync(text).length)
  const sizesOf = async (pattern: RegExp) => {
    const files = [...html.matchAll(pattern)].map(([, file]) => file!.replaceAll('&amp;', '&'))
    const texts = await Promise.all([...new Set(files)].map(async (file) => (await fetch(new URL(file, base))).text()))
    return texts.reduce((sum, text) => sum + compressed(text), 0)
  }
  return {
    html: compressed(html),
    css: await sizesOf(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g),
    js: await sizesOf(/<script[^>]+src="([^"]+)"/g),
  }
}
