import { parseArgs } from 'node:util'
import { openBed, type Section } from './bed.ts'
import { openReport } from './report.ts'

// `npm run bench`: what this installation costs on this machine. `npm run bench -- kept rush` takes two sections of it. Where there
// is a peer the figure is a ratio taken in the same run, so that a slow machine does not decide it.

const SECTIONS: Readonly<Record<string, () => Promise<Section>>> = {
  kept: async () => (await import('./kept.ts')).kept,
  rendered: async () => (await import('./rendered.ts')).rendered,
  publish: async () => (await import('./publish.ts')).publish,
  catalog: async () => (await import('./catalog.ts')).catalog,
  start: async () => (await import('./start.ts')).start,
  memory: async () => (await import('./memory.ts')).memory,
  rush: async () => (await import('./rush.ts')).rush,
  programs: async () => (await import('./programs.ts')).programs,
  mixed: async () => (await import('./mixed.ts')).mixed,
}

const USAGE = `npm run bench [-- ${Object.keys(SECTIONS).join(' ')}] [--minutes 15] [--large] [--demo folder] [--json file]`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '2' },
    large: { type: 'boolean', default: false },
    demo: { type: 'string' },
    json: { type: 'string', default: 'test/output/bench.json' },
  },
})
const unknown = positionals.filter((name) => !(name in SECTIONS))
const minutes = Number(values.minutes)
if (unknown.length > 0 || !(minutes > 0)) {
  console.error(USAGE)
  process.exit(1)
}

const report = openReport()
const bed = openBed(values.demo)
try {
  for (const [name, open] of Object.entries(SECTIONS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    console.log(`\n${name}`)
    const section = await open()
    await section({ say: report.sayFor(name), demo: bed.demo, folder: bed.folder, minutes, isLarge: values.large })
    report.save(values.json)
  }
} finally {
  bed.clear()
}
console.log(`\nThe same as JSON: ${values.json}`)
process.exit(0)
