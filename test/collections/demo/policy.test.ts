import { expect, test } from 'vitest'
import { planOf, type Content } from '#collections/demo/policy.ts'

const one = (slug: string, id: string, more: Partial<Content> = {}): Content => ({
  slug,
  id,
  title: id,
  text: '',
  ...more,
})
const made = { courses: ['demo-course', 'demo-first'], circles: ['demo-circle'], pages: ['demo-about'] }
const DEMO = [
  one('courses', 'demo-course', { text: 'circles: demo-circle; first: demo-first' }),
  one('courses', 'demo-first', { text: 'circles: demo-circle' }),
  one('circles', 'demo-circle'),
  one('pages', 'demo-about'),
]
const goesOf = (contents: Content[]) => planOf(made, contents).goes.map(({ id }) => id)

test('where nothing else is, all of the demo goes', () => {
  expect(planOf(made, DEMO)).toEqual({ goes: DEMO, stays: [] })
})

test('nothing of the agency’s own goes', () => {
  expect(goesOf([...DEMO, one('courses', 'own')])).not.toContain('own')
})

test('what an own document refers to stays, and what that refers to', () => {
  const { goes, stays } = planOf(made, [...DEMO, one('courses', 'own', { title: 'Ours', text: 'first: demo-course' })])
  expect(goes.map(({ id }) => id)).toEqual(['demo-about'])
  expect(stays.map(({ id, why, by }) => [id, why, by])).toEqual([
    ['demo-course', 'used', 'Ours'],
    ['demo-first', 'used', 'demo-course'],
    ['demo-circle', 'used', 'demo-course'],
  ])
})

test('a date somebody gave a course of the demo does not keep it', () => {
  expect(goesOf([...DEMO, one('sessions', 'tried', { text: 'course: demo-course' })])).toContain('demo-course')
})

test('a page somebody has saved is theirs; a course they tried out is not', () => {
  const contents = DEMO.map((doc) => (doc.slug === 'circles' ? doc : { ...doc, savedBy: 'Ana Lee' }))
  const { goes, stays } = planOf(made, contents)
  expect(goes.map(({ id }) => id)).toEqual(['demo-course', 'demo-first', 'demo-circle'])
  expect(stays).toEqual([{ slug: 'pages', id: 'demo-about', title: 'demo-about', why: 'edited', by: 'Ana Lee' }])
})
