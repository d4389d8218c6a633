import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Say } from './report.ts'
import { startDemo } from '../support/demo.ts'

/** What a section of the bench is given. */
export type Bench = {
  say: Say
  /** The data folder of a server with the demo content, as it was when it was ready for the first time. */
  demo: () => Promise<string>
  /** A folder of its own, gone at the end; a copy of the demo, unless it is to be empty. */
  folder: (content?: 'demo' | 'empty') => Promise<string>
  minutes: number
  isLarge: boolean
}

export type Section = (bench: Bench) => Promise<void>

/** Seeds the demo once, when it is first needed; `keep` is a folder to find it in the next time. */
export const openBed = (seeded: string | undefined) => {
  const folders: string[] = []
  let demo: Promise<string> | undefined

  const seed = async (): Promise<string> => {
    console.log('Seeding the demo')
    const { server, untouched, stop } = await startDemo({ PANEL: 'off', LOG_LEVEL: 'warn' })
    await server
    const folder = mkdtempSync(join(tmpdir(), 'onramp-bench-'))
    folders.push(folder)
    cpSync(untouched, folder, { recursive: true })
    await stop()
    return folder
  }
  const demoFolder = (): Promise<string> => (demo ??= seeded ? Promise.resolve(seeded) : seed())

  return {
    demo: demoFolder,
    folder: async (content: 'demo' | 'empty' = 'demo'): Promise<string> => {
      const folder = mkdtempSync(join(tmpdir(), 'onramp-bench-'))
      folders.push(folder)
      if (content === 'demo') cpSync(await demoFolder(), folder, { recursive: true })
      return folder
    },
    clear: (): void => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    },
  }
}
