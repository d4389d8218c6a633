import { describe, expect, test } from 'vitest'
import { linkAnswer } from '#site/src/lib/reviews/reviewer.ts'

describe('the way to a link that was handed in', () => {
  test.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['https://example.org/教案 1?q=ñ#“x”', 'https://example.org/%E6%95%99%E6%A1%88%201?q=%C3%B1#%E2%80%9Cx%E2%80%9D'],
    ['https://münchen.example.org/', 'https://xn--mnchen-3ya.example.org/'],
  ])('%s', (link, location) => {
    const answer = linkAnswer(link)
    expect([answer.status, answer.headers.get('Location'), answer.headers.get('Referrer-Policy')]).toEqual([
      303,
      location,
      'no-referrer',
    ])
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//example.org', 'x', '', undefined])(
    'none to %s',
    (link) => {
      const answer = linkAnswer(link)
      expect([answer.status, answer.headers.get('Location')]).toEqual([404, null])
    },
  )
})
