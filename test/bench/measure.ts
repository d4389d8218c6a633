import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** Clock ticks a second on Linux. */
const TICKS = 100

/** Processor seconds a process has used so far, in user and system mode, all of its threads together (Linux). */
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

/** The value that so large a share of all of them does not exceed; 0.5 is the median. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** How much a value rises for each step of time, by least squares. */
export const slope = (points: readonly { at: number; value: number }[]): number => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [at, value] = [mean(points.map((point) => point.at)), mean(points.map((point) => point.value))]
  const above = points.reduce((sum, point) => sum + (point.at - at) * (point.value - value), 0)
  return above / points.reduce((sum, point) => sum + (point.at - at) ** 2, 0)
}

/** Waits until a process has nothing left to do: after a start it derives what follows from all that is written. */
export const quiet = async (pid: number): Promise<void> => {
  for (let before = cpuSeconds(pid), still = 0; still < 3;) {
    await setTimeout(300)
    const now = cpuSeconds(pid)
    still = now - before < 0.02 ? still + 1 : 0
    before = now
  }
}
