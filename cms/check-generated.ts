import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Part of `npm run check`: the files Payload generates from the config are committed, so they have to be up to date.
const GENERATED = ['../collections/kernel/payload-types.ts', './app/(payload)/admin/importMap.js'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

const read = () => GENERATED.map((path) => readFileSync(path, 'utf8'))
const before = read()
execFileSync('npm', ['run', '--silent', 'types'], { stdio: 'pipe' })
const stale = GENERATED.filter((_, index) => read()[index] !== before[index])
if (stale.length > 0) {
  console.error(`Generated files were out of date and are written anew; commit them:\n  ${stale.join('\n  ')}`)
  process.exit(1)
}
