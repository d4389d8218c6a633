import { randomUUID } from 'node:crypto'
import { paths } from '#collections/kernel/paths.ts'
import { ask, type Answer } from './http.ts'
import { linkTo, submit } from './registering.ts'

export const SLUG = 'purposeful-collaboration'
export const BEGIN = paths.submitWork(SLUG)

type Fields = Record<string, string>

/** The answers somebody begins with. */
export const beginner = (more: Fields = {}): Fields => ({
  name: 'Jordan Example',
  email: `t${randomUUID()}@example.org`,
  organization: 'other',
  employer: 'River School',
  ...more,
})

/** Begins work and follows the link in the message. `token` is a registrar's. */
export const begunAt = async (
  base: string,
  token: string,
  more: Fields = {},
): Promise<{ path: string; email: string }> => {
  const form = beginner(more)
  await submit(base, BEGIN, form)
  return { email: form['email']!, path: await linkTo(base, token, form['email']!, 'work-begun') }
}

/** Saves as the page's script does, and answers with what it is told. */
export const saved = (base: string, path: string, fields: Fields): Promise<Answer> =>
  submit(base, path, fields, { Accept: 'application/json' })

/** Sends one file to an item, as a form without JavaScript does unless it is asked for JSON. */
export const sent = (
  base: string,
  path: string,
  item: string,
  { name, bytes }: { name: string; bytes: Buffer },
  headers: Fields = {},
): Promise<Answer> => {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], name))
  return submit(base, `${path}/evidence/${item}`, form, headers)
}

/** The addresses of one's own files on a page. */
export const filesOn = async (base: string, path: string): Promise<string[]> => {
  const { text } = await ask(base, path)
  return [...new Set([...text.matchAll(/\/submissions\/[\w.-]+\/files\/[\w-]+/g)].map(([address]) => address))]
}
