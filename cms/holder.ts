import { randomUUID } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Where process ids mean the same: this machine, or this container. */
const placeOf = (): string => {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A name for this process that no other ever has, and that tells its neighbors whether it is still there. */
export const nameOfProcess = (): string => [placeOf(), process.pid, randomUUID()].join('|')

/** Whether a process is known to have ended: it ran here, and its number is free or is this process's own now. */
export const hasEnded = (name: string): boolean => {
  const [place, pid] = name.split('|')
  return place === placeOf() && (Number(pid) === process.pid || !isAlive(Number(pid)))
}
