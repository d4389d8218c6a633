import { describe, expect, test } from 'vitest'
import { circlesIn, EXCEPTIONS, violationsIn } from './boundaries.ts'
import { importsIn, readImports } from './imports.ts'

const imports = readImports()

/** The real imports, and one file more. */
const planted = (from: string, text: string) => [...imports, ...importsIn(from, text)]

test('nobody imports whom they may not, and no folders import each other in a circle', () => {
  expect(violationsIn(imports)).toEqual([])
  expect(circlesIn(imports)).toEqual([])
})

test('every exception is still needed', () => {
  const needed = EXCEPTIONS.filter((one) => imports.some(({ from, to }) => one.from === from && one.to === to))
  expect(needed).toEqual(EXCEPTIONS)
})

describe('an import that is planted is found', () => {
  test.each([
    [
      'a page that runs a hook',
      'site/src/pages/x.astro',
      `---\nimport { x } from '#collections/courses/hooks.ts'\n---\n<p />`,
    ],
    ['a page that runs a verb', 'site/src/lib/x.ts', `import { x } from '#collections/applications/begin.ts'`],
    ['a page that runs another verb', 'site/src/lib/x.ts', `import { x } from '#collections/reviews/lead.ts'`],
    ['a page that reads for itself', 'site/src/lib/x.ts', `import { x } from '#collections/kernel/queries.ts'`],
    [
      'a page that runs a service',
      'site/src/lib/x.ts',
      `import { x } from '#collections/registrations/service/register.ts'`,
    ],
    [
      'a page that brings a service with its type',
      'site/src/lib/x.ts',
      `import { type X, y } from '#collections/services/staff.ts'`,
    ],
    ['a page that hands a service on', 'site/src/lib/x.ts', `export * from '#collections/services/staff.ts'`],
    ['a page that knows what runs it', 'site/src/lib/x.ts', `import type { X } from '#cms/env.ts'`],
    ['a page that reads the database', 'site/src/lib/x.ts', `import type { Payload } from 'payload'`],
    ['a page that knows Express', 'site/src/lib/x.ts', `import type { Request } from 'express'`],
    [
      'a script of a page',
      'site/src/pages/x.astro',
      `<script>\nimport { x } from '#collections/courses/hooks.ts'\n</script>`,
    ],
    ['a record that knows what runs it', 'collections/courses/actions.ts', `import { x } from '#cms/database.ts'`],
    ['a record that names a type of it', 'collections/courses/actions.ts', `import type { X } from '../../cms/env.ts'`],
    ['a record that knows pages', 'collections/courses/actions.ts', `import { x } from '#site/src/lib/page.ts'`],
    [
      'a service that knows pages',
      'collections/courses/service/x.ts',
      `import type { X } from '#site/src/lib/page.ts'`,
    ],
    ['a service that runs a server', 'collections/courses/service/x.ts', `import express from 'express'`],
    [
      'a record that runs a service',
      'collections/courses/actions.ts',
      `import { x } from '../registrations/service/register.ts'`,
    ],
    [
      'a record that names a type of one',
      'collections/courses/hooks.ts',
      `import type { X } from '../context/context.ts'`,
    ],
    ['what runs things and knows pages', 'cms/server/x.ts', `const x = await import('#site/src/lib/page.ts')`],
    ['what runs things and brings the demo', 'cms/x.ts', `import { x } from '#seed/index.ts'`],
    ['the demo that knows pages', 'seed/x.ts', `import { x } from '#site/src/lib/page.ts'`],
    ['a product that needs its tests', 'cms/x.ts', `import { x } from '#test/support/builders.ts'`],
    ['a demo that needs tests', 'seed/x.ts', `import { x } from '../test/support/builders.ts'`],
    ['a value that knows a noun', 'collections/values/x.ts', `import { x } from '../courses/states.ts'`],
    ['a value that names a type of one', 'collections/values/x.ts', `import type { X } from '../kernel/paths.ts'`],
    ['a value that reads the disk', 'collections/values/x.ts', `import { x } from 'node:fs'`],
    ['a kernel that knows a noun', 'collections/kernel/keyed.ts', `import { x } from '../courses/states.ts'`],
    ['a kernel that knows who may', 'collections/kernel/keyed.ts', `import { x } from '../access/index.ts'`],
    ['a policy that writes', 'collections/courses/policy.ts', `import { x } from '../registrations/enroll.ts'`],
    ['a policy that writes by itself', 'collections/courses/policy.ts', `import { x } from '../kernel/keyed.ts'`],
    ['a schema that needs a hook', 'collections/courses/schema.ts', `import { x } from './hooks.ts'`],
    ['a view that needs a config', 'collections/courses/view.ts', `import { x } from './config.ts'`],
    ['states with the database', 'collections/courses/states.ts', `import { x } from 'payload'`],
    ['a policy that reads the disk', 'collections/courses/policy.ts', `import { x } from 'node:fs'`],
    [
      'a policy that names what is written',
      'collections/courses/policy.ts',
      `import type { X } from '../services/staff.ts'`,
    ],
  ])('%s', (_, from, text) => {
    expect(violationsIn(planted(from, text))).toHaveLength(1)
  })

  test('at the page, when a rule it shows begins to write', () => {
    const found = violationsIn(planted('collections/framework/chart.ts', `import { x } from '../kernel/keyed.ts'`))
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((line) => line.startsWith('site/'))).toBe(true)
  })

  test.each([
    ['between two nouns', 'collections/values/x.ts', `import type { X } from '../courses/states.ts'`],
    [
      'between a folder and the one in it',
      'collections/registrations/x.ts',
      `import type { X } from './service/register.ts'`,
    ],
    ['of pages', 'site/src/lib/x.ts', `import X from '../layouts/Page.astro'`],
  ])('as a circle %s', (_, from, text) => {
    expect(circlesIn(planted(from, text)).length).toBeGreaterThan(0)
  })
})

test.each([
  ['a type of a service', 'site/src/lib/x.ts', `import type { X } from '#collections/services/staff.ts'`],
  ['only types by name', 'site/src/lib/x.ts', `import { type X, type Y } from '#collections/services/staff.ts'`],
  ['a type in words', 'site/src/lib/x.ts', `type X = import('#collections/services/staff.ts').X`],
  ['a view', 'site/src/lib/x.ts', `import { x } from '#collections/courses/view.ts'`],
  ['an address', 'site/src/lib/x.ts', `import { paths } from '#collections/kernel/paths.ts'`],
  ['what is only written about', 'site/src/lib/x.ts', `// import { x } from '#collections/courses/hooks.ts'`],
])('allowed: %s', (_, from, text) => {
  expect(violationsIn(planted(from, text))).toEqual([])
})
