/** Something that was written: a collection or global, and which document of it. */
export type Change = { slug: string; id?: string | undefined }

/** A change as it is listed: at which version, and by which process. */
export type Entry = Change & { at: number; by: string }

/** The last changes, and what may be missing: entries up to `floor`. The version rises with each writing. */
export type ChangeList = { version: number; floor: number; entries: readonly Entry[] }

/** So many are listed. Whoever is further behind reads everything anew. */
export const MOST = 100

const isSame = (one: Entry, other: Entry): boolean =>
  one.slug === other.slug && one.id === other.id && one.by === other.by

/** The list with what a process has written added; what it wrote again before stands once, at its last version. */
export const withChanges = (list: ChangeList, changes: readonly Change[], by: string): ChangeList => {
  const version = list.version + 1
  const written = changes.map(({ slug, id }): Entry => ({ slug, ...(id !== undefined && { id }), at: version, by }))
  const fresh = written.filter((one, index) => !written.slice(0, index).some((other) => isSame(one, other)))
  const all = [...list.entries.filter((entry) => !fresh.some((one) => isSame(one, entry))), ...fresh]
  const left = all.slice(0, -MOST)
  return { version, floor: Math.max(list.floor, ...left.map(({ at }) => at)), entries: all.slice(-MOST) }
}

/** What others have written since a version; undefined where some of it is not listed any more. */
export const changesSince = ({ floor, entries }: ChangeList, version: number, by: string): Entry[] | undefined =>
  version < floor ? undefined : entries.filter((entry) => entry.at > version && entry.by !== by)
