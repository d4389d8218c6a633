import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROOT } from './imports.ts'

/** Whoever reads otherwise than through `kernel/queries.ts`, and why. */
const ALLOWED = {
  'collections/kernel/queries.ts': 'It is the one that reads.',
  'collections/catalog/documents.ts': 'It reads as an anonymous visitor, and drafts for a preview.',
  'collections/fields/index.ts': 'It reads within the save it checks.',
  'collections/templates/actions.ts': 'It reads a language, and drafts for a preview.',
  'collections/registrations/begun-days.ts': 'It reads within the save it checks.',
  'collections/registrations/moved-days.ts': 'It reads within the save it follows.',
  'collections/sessions/title.ts': 'It reads drafts, within the save it follows.',
  'collections/demo/service/demo.ts': 'It reads drafts and what lies in the trash, too.',
  'collections/editing/audit.ts': 'It reads, within the save, what the public had before it.',
  'collections/users/last-admin.ts': 'It reads within the save it checks.',
  'cms/preview.ts': 'It reads as the member of staff who asks.',
  'cms/server/health.ts': 'It asks only whether the database answers.',
}
/** Hooks read within the save, the panel as who looks at it, and follow-ups in the order things were written. */
const OTHERS = [
  /^collections\/\w+\/hooks\.ts$/,
  /^cms\/admin\//,
  /\/service\/([a-z]+-)?(followups|outbox|changes)\.ts$/,
  /^collections\/services\/followups\.ts$/,
]

const isAllowed = (file: string): boolean => file in ALLOWED || OTHERS.some((one) => one.test(file))

const READS = /payload\s*\.(find|findByID|count)\(/

const filesThatRead = (): string[] =>
  globSync('{collections,cms}/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['cms/.next/**', 'cms/migrations/**'] })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => READS.test(readFileSync(`${ROOT}/${file}`, 'utf8')))

test('our own rules read through one layer', () => {
  expect(filesThatRead().filter((file) => !isAllowed(file))).toEqual([])
})

test('every exception is still needed', () => {
  expect(Object.keys(ALLOWED).filter((file) => !filesThatRead().includes(file))).toEqual([])
})

test.each(['payload.find({', 'req.payload.findByID({', 'context.payload\n  .count({'])('%j is found', (text) => {
  expect(READS.test(text)).toBe(true)
})
