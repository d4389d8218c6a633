import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { partsOf } from './boundaries.ts'
import { readImports, ROOT } from './imports.ts'
import { pictureOf, withPicture } from './picture.ts'

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const page = read('CONTRIBUTING.md')
const imports = readImports()
const walk = [...page.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file]) => file!)

test('the picture of the house is that of the imports', () => {
  expect(withPicture(page, pictureOf(imports))).toBe(page)
})

test('every file CONTRIBUTING names is there', () => {
  const named = [...page.matchAll(/`((?:collections|cms|site|seed|test)\/[^`<]+)`/g)].map(([, path]) => path!)
  expect(named.length).toBeGreaterThan(walk.length)
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

test('the walk from a form to a statement is one: each file is imported by one before it, all but the two beginnings', () => {
  expect(walk.length).toBeLessThanOrEqual(20)
  const beginnings = walk.filter(
    (file, at) => !imports.some(({ from, to }) => to === file && walk.slice(0, at).includes(from)),
  )
  expect(beginnings).toEqual([walk[0], 'collections/services/followups.ts'])
})

test('it crosses from pages to services to records, and no other way', () => {
  const partOf = partsOf(imports)
  const decided = walk.slice(0, walk.indexOf('collections/services/followups.ts')).map((file) => partOf(file))
  const crossings = decided.filter((part, at) => part !== 'rules' && at > 0 && part !== decided[at - 1])
  expect(new Set(decided)).toEqual(new Set(['site', 'rules', 'services', 'records']))
  expect(crossings).toEqual(['services', 'records'])
})

test('.env.example lists every setting, and the table of the README every one that is for who runs it', () => {
  const settings = [...read('cms/env.ts').matchAll(/^ {2}([A-Z_]+): z\b/gm)].map(([, name]) => name!)
  const listed = [...read('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name!)
  expect(settings.length).toBeGreaterThan(10)
  expect(listed.toSorted()).toEqual(settings.toSorted())
  const readme = read('README.md')
  expect(settings.filter((name) => name !== 'NODE_ENV' && !readme.includes(`\`${name}`))).toEqual([])
})

test('the examples in deploy/ set nothing that does not exist', () => {
  const known = new Set([...read('.env.example').matchAll(/^# ([A-Z_\d]+)=/gm)].map(([, name]) => name))
  const block = /environment: &environment\n((?: {4}.+\n)+)/.exec(read('deploy/compose.yaml'))![1]!
  const unit = read('deploy/onramp.service')
  const set = [
    ...block.matchAll(/^ {4}([A-Z_\d]+):/gm),
    ...[...unit.matchAll(/^Environment=(.+)$/gm)].flatMap(([, line]) => [...line!.matchAll(/([A-Z_\d]+)=/g)]),
    ...unit.matchAll(/^# ([A-Z_]+(?:, [A-Z_]+)+);/gm).flatMap(([, list]) => [...list!.matchAll(/([A-Z_\d]+)/g)]),
  ].map(([, name]) => name)
  expect(set).toEqual(expect.arrayContaining(['SITE_URL', 'DATA_DIR', 'BACKUP_PASSPHRASE', 'METRICS_PORT']))
  expect(set.filter((name) => !known.has(name))).toEqual([])
})

test('the version is that of the newest entry in the changelog', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string }
  expect(/^## (\S+) - \d{4}-\d\d-\d\d$/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version)
})
