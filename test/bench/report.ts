import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

// What was measured: a line at the terminal for each figure as soon as it is there, and all of them as JSON at the end.

/** What a figure has to be; nothing where it is only told. */
export type Wanted = { atMost: number } | { atLeast: number } | { is: number }

export type Figure = { section: string; what: string; value: number; unit: string; wanted?: Wanted; isMet?: boolean }

const isMet = (value: number, wanted: Wanted): boolean => {
  if ('atMost' in wanted) return value <= wanted.atMost
  return 'atLeast' in wanted ? value >= wanted.atLeast : value === wanted.is
}

const words = (wanted: Wanted): string => {
  if ('atMost' in wanted) return `at most ${wanted.atMost}`
  return 'atLeast' in wanted ? `at least ${wanted.atLeast}` : `${wanted.is}`
}

/** Three digits are as many as anything here is worth. */
const short = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))

/** Says one figure of a section, with what it should be. */
export type Say = (what: string, value: number, unit: string, wanted?: Wanted) => void

export const openReport = () => {
  const figures: Figure[] = []
  const sayFor =
    (section: string): Say =>
    (what, value, unit, wanted) => {
      const figure = { section, what, value, unit, ...(wanted && { wanted, isMet: isMet(value, wanted) }) }
      figures.push(figure)
      const mark = wanted === undefined ? ' ' : figure.isMet ? '✓' : '✗'
      console.log(
        `${mark} ${what.padEnd(62)} ${`${short(value)} ${unit}`.padStart(14)}   ${wanted ? words(wanted) : ''}`,
      )
    }
  /** The machine stands beside the figures, which mean little without it. */
  const save = (file: string): void => {
    const [cpu] = cpus()
    const machine = { cpu: cpu?.model, cores: cpus().length, memory: totalmem(), node: process.version }
    writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), machine, figures }, null, 2)}\n`)
  }
  return { sayFor, save }
}
