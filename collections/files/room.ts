import { statfs } from 'node:fs/promises'
import type { Payload } from 'payload'

/** Bytes that stay free on the disk for everything else. */
const SPARE = 500_000_000

/** The folder of private files. */
export const folderOf = ({ payload }: { payload: Payload }): string => {
  const { staticDir } = payload.collections['files'].config.upload
  if (!staticDir) throw new Error('There is no folder for private files.')
  return staticDir
}

/** Whether so many bytes more leave enough of the disk to everything else. */
export const hasSpace = async (source: { payload: Payload }, bytes: number): Promise<boolean> => {
  try {
    const { bavail, bsize } = await statfs(folderOf(source))
    return bavail * bsize > bytes + SPARE
  } catch {
    // The folder is made with the first file.
    return true
  }
}
