import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { kindOf } from '#collections/files/policy.ts'
import type { DeskContext } from '../context.ts'
import { one } from './read.ts'

/** A private paper as it was sent; `type` is judged by its first bytes, not by what its sender said. */
export type Letter = { name: string; type: string; bytes: Uint8Array<ArrayBuffer> }

/** Reads a private paper; undefined where there is none of that id, or its file is gone. */
const letterOf = async (context: DeskContext, id: string): Promise<Letter | undefined> => {
  const file = await one(context, 'files', id)
  const { upload } = context.payload.collections['files'].config
  if (!file?.filename || !upload.staticDir) return undefined
  try {
    const bytes = new Uint8Array(await readFile(join(upload.staticDir, basename(file.filename))))
    return { name: file.givenName, type: kindOf(bytes)?.type ?? 'application/octet-stream', bytes }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

export const letterDesk = (context: DeskContext) => ({ letter: (id: string) => letterOf(context, id) })
