import { expect, test } from 'vitest'
import { phoneHref } from '#site/src/lib/contacts/phone.ts'

test.each([
  ['612-555-0111', 'tel:+16125550111'],
  ['(612) 555-0111', 'tel:+16125550111'],
  ['1 612 555 0111', 'tel:+16125550111'],
  ['+52 55 5555 0111', 'tel:+525555550111'],
  ['612-555-0188 ext. 204', 'tel:+16125550188;ext=204'],
  ['(612) 555-0188 x204', 'tel:+16125550188;ext=204'],
  ['612-555-0188, extension 204', 'tel:+16125550188;ext=204'],
])('%s', (phone, href) => expect(phoneHref(phone)).toBe(href))
