import { expect, test } from 'vitest'
import { programsOf } from '#site/src/lib/catalog/programs.ts'
import { en } from '#site/src/messages/en.ts'
import { aCollaborative } from '#test/support/views.ts'

const addresses = (...collaboratives: ReturnType<typeof aCollaborative>[]) =>
  programsOf({ collaboratives: () => collaboratives }, en).map(({ path }) => path)

test('five programs, the community of practice by its own page', () => {
  const peers = aCollaborative({ slug: 'peers', kind: 'peer-collaborative' })
  const practice = aCollaborative({ slug: 'practice', kind: 'community-of-practice' })
  expect(addresses(peers, practice)).toEqual([
    '/courses',
    '/strategies',
    '/collaboratives/practice',
    '/collaboratives',
    '/credentials',
  ])
})

test('without a community of practice its door leads to all collaboratives', () => {
  expect(addresses()[2]).toBe('/collaboratives')
})
