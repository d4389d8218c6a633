import { expect, test } from 'vitest'
import { answer } from '#site/src/lib/catalog/answer.ts'

const asking = (tags?: string) =>
  new Request('https://learn.example.org/feed.xml', { headers: tags ? { 'If-None-Match': tags } : {} })
const headers = { 'Content-Type': 'text/plain' }

test('whoever has the file is told so, without it', async () => {
  const first = answer(asking(), 'news', headers)
  const tag = first.headers.get('etag')!
  expect([first.status, await first.text(), first.headers.get('content-type')]).toEqual([200, 'news', 'text/plain'])
  for (const known of [tag, `"other", ${tag}`, '*']) {
    const again = answer(asking(known), 'news', headers)
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag])
  }
})

test('a changed file is sent', async () => {
  const tag = answer(asking(), 'news', headers).headers.get('etag')!
  const changed = answer(asking(tag), 'newer', headers)
  expect([changed.status, await changed.text()]).toEqual([200, 'newer'])
})
