import { expect, inject, test } from 'vitest'
import { aPage, watch } from '../support/browser.ts'

// What makes a test fail without its asking: see `aPage`.
test.each([
  ['an error on the console', '<script>console.error("Broken")</script>', 'console: Broken'],
  ['a warning on the console', '<script>console.warn("Almost broken")</script>', 'console: Almost broken'],
  ['an exception', '<script>throw new Error("Quite broken")</script>', 'error: Quite broken'],
  ['a file that is not there', '<img src="/no-such.png" alt="">', /^404: .+\/no-such\.png$/],
  ['a request to somebody else', '<img src="http://127.0.0.1:9/x.png" alt="">', /^foreign request: http:\/\/127/],
])('%s is noticed', async (_, body, complaint) => {
  const page = await aPage({ accepted: /./ })
  await page.route('**/page-of-this-test', (route) => route.fulfill({ contentType: 'text/html', body }))
  const noticed = watch(page, inject('site'))
  await page.goto('/page-of-this-test')
  await expect
    .poll(() => noticed)
    .toContainEqual(typeof complaint === 'string' ? complaint : expect.stringMatching(complaint))
})
