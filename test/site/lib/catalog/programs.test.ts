import { expect, test } from 'vitest'
import type { Catalog } from '#collections/catalog/catalog.ts'
import { siteView, type SiteView } from '#collections/home/view.ts'
import { menuOf, programsOf } from '#site/src/lib/catalog/programs.ts'
import { inWordsOf } from '#site/src/lib/site.ts'
import { en } from '#site/src/messages/en.ts'

const nobody = siteView({ agency: {} as never, home: {} as never }, () => undefined)

/** A catalog that has so many of each. */
const catalogWith = (counts: Partial<Record<keyof Catalog, number>>, site: SiteView = nobody) => {
  const some = (name: keyof Catalog) => () => Array.from({ length: counts[name] ?? 0 }, () => ({ groups: [1] }))
  return {
    site: () => site,
    allCourses: some('allCourses'),
    circles: some('circles'),
    pathways: some('pathways'),
    strategies: some('strategies'),
    collaboratives: some('collaboratives'),
    credentials: some('credentials'),
  } as unknown as Catalog
}
const pathsIn = (entries: readonly { path: string }[]) => entries.map(({ path }) => path)

test('a site without anything has no doors, and one entry in its menu', () => {
  expect(programsOf(catalogWith({}), en)).toEqual([])
  expect(pathsIn(menuOf(catalogWith({}), en))).toEqual(['/courses'])
})

test('doors and menu lead to what there is', () => {
  const catalog = catalogWith({ allCourses: 1, circles: 1, credentials: 2 })
  expect(pathsIn(programsOf(catalog, en))).toEqual(['/courses', '/credentials'])
  expect(pathsIn(menuOf(catalog, en))).toEqual(['/courses', '/framework', '/credentials'])
})

test('the agency’s own list stands in its order', () => {
  const doors = [
    { title: 'B', text: 'Second', path: '/b' },
    { title: 'A', text: 'First', path: '/a' },
  ]
  const menu = [{ title: 'About', path: '/about' }]
  const site = { ...nobody, menu, home: { ...nobody.home, doors } }
  expect(programsOf(catalogWith({}, site), en)).toEqual(doors)
  expect(menuOf(catalogWith({ allCourses: 9 }, site), en)).toEqual(menu)
})

test('pages speak in the agency’s name, once for each of its states', () => {
  const site = { ...nobody, name: 'North Star Learning Alliance', shortName: 'North Star', tagline: 'Learning' }
  const t = inWordsOf(site, en)
  expect(t.site.titleOf('Courses')).toBe('Courses · North Star')
  expect(t.nav.home).toBe('North Star, to the home page')
  expect([t.feeds.author, t.feeds.title]).toEqual(['North Star Learning Alliance', 'North Star: what is new'])
  expect(inWordsOf(site, en)).toBe(t)
})

test('a name is enough: what nobody has written is said neutrally', () => {
  const t = inWordsOf(nobody, en)
  expect(t.site.name).toBe('Onramp Education Collaborative')
  expect(t.home.title).toBe(en.home.title)
  expect(JSON.stringify(t)).not.toMatch(/Reimagine|Five ways in/)
})
