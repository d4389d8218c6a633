// How archives are named when nobody names them, and which of them go when only so many are to be kept.

const NAME = /^onramp-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z?\.tar\.gz(\.enc)?$/

/** Such as `onramp-2027-03-02T04-10-00Z.tar.gz`, in UTC: sorted by name is sorted by time. */
export const archiveName = (moment: Temporal.Instant, isEncrypted: boolean): string =>
  `onramp-${moment.toString({ smallestUnit: 'second' }).replaceAll(':', '-')}.tar.gz${isEncrypted ? '.enc' : ''}`

/** The archives that are one too many, the oldest first. What is named otherwise is nobody's to delete. */
export const outdated = (names: readonly string[], keep: number): string[] => {
  const archives = names.filter((name) => NAME.test(name)).toSorted()
  return archives.slice(0, Math.max(0, archives.length - keep))
}
