import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { BUILDS, sourcesOf } from '#cms/build-inputs.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const sourcesOfBuild = (wanted: string) =>
  sourcesOf(BUILDS.find(({ name }) => name === wanted)!.from).map((path) => path.slice(ROOT.length))

/** What decides or does something, and so changes often. */
const RULES = /\/(policy|hooks|actions|config|queries|schema)\.ts$|^collections\/\w+\/service\//

describe('the panel', () => {
  const sources = sourcesOfBuild('panel')

  test('is built from its pages, their components and what these show', () => {
    expect(sources).toEqual(
      expect.arrayContaining(['cms/app/(payload)/layout.tsx', 'cms/admin/Today.tsx', 'collections/values/money.ts']),
    )
  })

  test('is not built anew for a rule, which it runs but does not hold', () => {
    expect(sources.filter((path) => path.startsWith('collections/') && RULES.test(path))).toEqual([])
    expect(sources).not.toContain('cms/config.ts')
  })
})

test('the site is built from the rules its pages ask, and from nothing that reads or writes a database', () => {
  const sources = sourcesOfBuild('site')
  expect(sources).toEqual(expect.arrayContaining(['site/src/env.d.ts', 'collections/registrations/schema.ts']))
  expect(sources.filter((path) => /\/(hooks|actions|config)\.ts$|\/service\//.test(path))).toEqual([])
})
