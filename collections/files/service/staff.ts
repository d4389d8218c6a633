import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { kindOf } from '../policy.ts'
import type { Context } from '../../context/context.ts'
import { one } from '../../kernel/queries.ts'

/** A private paper as it was sent; `type` is judged by its first bytes, not by what its sender said. `size` in bytes. */
export type Letter = { name: string; type: string; size: number; content: Uint8Array<ArrayBuffer> }

/** Whatever a sender called it, the name ends as its bytes say: a page of the web in a PDF must not be opened as one. */
const nameOf = (given: string, ending: string | undefined): string =>
  ending === undefined || given.toLowerCase().endsWith(`.${ending}`) ? given : `${given}.${ending}`

/** Reads a private paper; undefined where there is none of that id, or its file is gone. */
const letterOf = async (context: Context, id: string): Promise<Letter | undefined> => {
  const file = await one(context, 'files', id)
  const { upload } = context.payload.collections['files'].config
  if (!file?.filename || !upload.staticDir) return undefined
  try {
    const content = new Uint8Array(await readFile(join(upload.staticDir, basename(file.filename))))
    const kind = kindOf(content)
    return {
      name: nameOf(file.givenName, kind?.ending),
      type: kind?.type ?? 'application/octet-stream',
      size: content.length,
      content,
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

export const staffFiles = (context: Context) => ({ permissionLetter: (id: string) => letterOf(context, id) })
