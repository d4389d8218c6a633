import { expect, test } from 'vitest'
import { aPage } from '../support/browser.ts'
import { layoutShift, overflow, unreadableText } from './placed.ts'

const unreadable = async (body: string) => {
  const page = await aPage({ width: 600 })
  await page.setContent(body)
  return unreadableText(page)
}

test.each([
  ['text in order', '<p>One</p><p>Two</p>', []],
  [
    'text beside the window',
    '<p style="margin-left: 580px; white-space: nowrap">Much too far out</p>',
    ['outside: Much too far out'],
  ],
  [
    'text in a box that is too narrow',
    '<p style="width: 40px; overflow: hidden; white-space: nowrap">Too long</p>',
    ['cut off: Too long'],
  ],
  [
    'text in a box that is too low',
    '<p style="height: 1em; overflow: hidden; line-height: 2em">Too deep</p>',
    ['cut off: Too deep'],
  ],
  ['text on text', '<p>Below</p><p style="margin-top: -34px; position: relative">Above</p>', ['on “Below”: Above']],
  ['a box that scrolls', '<p style="width: 40px; overflow: auto; white-space: nowrap">Much longer than it</p>', []],
  [
    'text nobody sees',
    '<p style="clip-path: inset(50%); margin-left: 580px; white-space: nowrap">For screen readers</p>',
    [],
  ],
] as const)('%s', async (_, body, found) => {
  expect(await unreadable(body)).toEqual(found)
})

test('a page that is too wide', async () => {
  const page = await aPage({ width: 600 })
  await page.setContent('<p style="width: 700px; margin: 0">Wide</p>', { waitUntil: 'load' })
  expect(await overflow(page)).toBe(108)
})

test('a page that moves', async () => {
  const page = await aPage({ width: 600 })
  await page.setContent('<div></div><p>Pushed down</p>')
  await page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            document.querySelector('div')!.style.height = '300px'
            done(undefined)
          }),
        ),
      ),
  )
  expect(await layoutShift(page)).toBeGreaterThan(0)
})
