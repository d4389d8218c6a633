import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { create, list } from 'tar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aStrategy } from '#test/support/builders.ts'
import { callCommand, type Said } from '#test/support/command.ts'
import { isMongo, openDatabase, type Database } from '#test/support/database.ts'

// `npm run backup` and `npm run restore`, as they are called.

const folder = mkdtempSync(join(tmpdir(), 'onramp-backups-'))
const PASSPHRASE = 'a passphrase for tests'

const call = (args: string[], settings: Record<string, string>): Promise<Said> =>
  callCommand('cms/backup/command.ts', args, settings)

let named = 0
/** A place nothing is at yet. */
const place = (name = 'place'): string => join(folder, `${name}-${(named += 1)}`)
const newFolder = (): string => {
  const path = place('folder')
  mkdirSync(path)
  return path
}

const titlesIn = (dataDir: string): unknown[] => {
  const database = new DatabaseSync(join(dataDir, 'onramp.db'), { readOnly: true })
  const rows = database.prepare('SELECT slug FROM strategies').all()
  database.close()
  return rows.map(({ slug }) => slug)
}

const backUp = async (dataDir: string, args: string[] = [], settings = {}) => {
  const into = newFolder()
  const said = await call(['backup', into, ...args], { DATA_DIR: dataDir, ...settings })
  return { ...said, into, archives: readdirSync(into).map((name) => join(into, name)) }
}

const restore = (archive: string, dataDir: string, settings = {}): Promise<Said> =>
  call(['restore', archive], { DATA_DIR: dataDir, ...settings })

describe.skipIf(isMongo)('a backup', () => {
  let database: Database
  let dataDir: string

  beforeAll(async () => {
    database = await openDatabase()
    dataDir = database.env.dataDir
    const data = aStrategy({ slug: 'kept' })
    await database.payload.create({ collection: 'strategies', data, depth: 0, overrideAccess: true })
    mkdirSync(join(dataDir, 'private', 'files'))
    writeFileSync(join(dataDir, 'private', 'files', 'letter.pdf'), '%PDF-')
    writeFileSync(join(dataDir, 'media', 'picture.webp'), 'a picture')
  })
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('has the database as it is while the site runs, and the files; all of it comes back', async () => {
    const { code, output, archives } = await backUp(dataDir)
    expect({ code, count: archives.length }).toEqual({ code: 0, count: 1 })
    expect(output).toBe(`Backed up ${dataDir} to ${archives[0]}\n`)
    expect(statSync(archives[0]!).mode & 0o777).toBe(0o600)
    const restored = newFolder()
    expect(await restore(archives[0]!, restored)).toEqual({
      code: 0,
      output: `Restored ${archives[0]} into ${restored}\n`,
      errors: '',
    })
    expect(readdirSync(restored).toSorted()).toEqual(['media', 'onramp.db', 'private'])
    expect(titlesIn(restored)).toEqual(['kept'])
    expect(readFileSync(join(restored, 'private', 'files', 'letter.pdf'), 'utf8')).toBe('%PDF-')
    expect(readFileSync(join(restored, 'media', 'picture.webp'), 'utf8')).toBe('a picture')
  })

  test('is encrypted where there is a passphrase, in a setting or a file, and known by its bytes', async () => {
    const file = place('passphrase')
    writeFileSync(file, `${PASSPHRASE}\n`)
    const { archives } = await backUp(dataDir, [], { BACKUP_PASSPHRASE_FILE: file })
    expect(archives).toEqual([expect.stringMatching(/\.tar\.gz\.enc$/)])
    expect(readFileSync(archives[0]!).subarray(0, 8).toString()).toBe('ONRAMPE1')
    const restored = newFolder()
    expect((await restore(archives[0]!, restored, { BACKUP_PASSPHRASE: PASSPHRASE })).code).toBe(0)
    expect(titlesIn(restored)).toEqual(['kept'])

    const without = newFolder()
    expect((await restore(archives[0]!, without)).errors).toBe(
      'Onramp cannot restore: This backup is encrypted. Set BACKUP_PASSPHRASE or BACKUP_PASSPHRASE_FILE.\n',
    )
    expect((await restore(archives[0]!, without, { BACKUP_PASSPHRASE: 'another passphrase' })).errors).toBe(
      'Onramp cannot restore: BACKUP_PASSPHRASE is not the one this backup was encrypted with.\n',
    )
    expect(existsSync(join(without, 'onramp.db'))).toBe(false)
  })

  test('with --keep, the oldest go and what others put there stays', async () => {
    const into = newFolder()
    const old = ['01', '02', '03'].map((day) => `onramp-2026-03-${day}T04-00-00Z.tar.gz`)
    for (const name of [...old, 'onramp-before-the-move.tar.gz']) writeFileSync(join(into, name), '')
    const { code, output } = await call(['backup', into, '--keep', '2'], { DATA_DIR: dataDir })
    expect(code).toBe(0)
    expect(output).toMatch(/\nDeleted 2 older backups\n$/)
    const left = readdirSync(into).toSorted()
    expect(left).toHaveLength(3)
    expect(left).toContain(old[2])
    expect(left).toContain('onramp-before-the-move.tar.gz')
  })

  test.each<[string, () => string[], RegExp]>([
    ['how many are kept', () => [folder, '--keep', 'all'], /--keep has to be how many backups stay, such as 14\./],
    ['a file with --keep', () => [place(), '--keep', '3'], /--keep counts the backups in a folder; .+ is none\./],
    ['an option nobody knows', () => ['--fast'], /Unknown option '--fast'/],
    ['a folder that is not there', () => [join(place(), 'a.tar.gz')], /\S+a\.tar\.gz cannot be written \(ENOENT\)\./],
  ])('asked wrongly for %s, it says so in one line', async (_, args, sentence) => {
    const { code, output, errors } = await call(['backup', ...args()], { DATA_DIR: dataDir })
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toMatch(new RegExp(`^Onramp cannot back up: ${sentence.source}[^\n]*\n$`))
  })

  test('of a folder that has nothing, or a database that is damaged, is refused', async () => {
    const empty = newFolder()
    expect((await backUp(empty)).errors).toBe(
      `Onramp cannot back up: DATA_DIR: ${empty} has no database yet; there is nothing to back up.\n`,
    )
    const broken = newFolder()
    writeFileSync(join(broken, 'onramp.db'), damaged())
    expect((await backUp(broken)).errors).toMatch(/^Onramp cannot back up: The database in .+ is damaged[^\n]*\n$/)
  })

  /** A database of ours with a page in the middle that is none. */
  const damaged = (): Buffer => {
    const file = place('damaged')
    const copy = new DatabaseSync(join(dataDir, 'onramp.db'), { readOnly: true })
    copy.exec(`VACUUM INTO '${file}'`)
    copy.close()
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 4096 * 3, 4096 * 40)
    return bytes
  }

  const foreign = (): Buffer => {
    const file = place('foreign')
    const other = new DatabaseSync(file)
    other.exec('CREATE TABLE songs (title)')
    other.close()
    return readFileSync(file)
  }

  /** An archive with a database of one's own choice. */
  const archiveWith = async (bytes: Buffer): Promise<string> => {
    const from = newFolder()
    writeFileSync(join(from, 'onramp.db'), bytes)
    for (const name of ['media', 'private']) mkdirSync(join(from, name))
    const file = place('archive')
    await create({ cwd: from, file, gzip: true }, ['onramp.db', 'media', 'private'])
    return file
  }

  test.each<[string, () => Promise<string>, RegExp]>([
    [
      'a damaged database',
      () => archiveWith(damaged()),
      /The database in this backup is damaged; nothing was changed\./,
    ],
    ['a text for a database', () => archiveWith(Buffer.from('words')), /The database in this backup is damaged/],
    ['a database of others', () => archiveWith(foreign()), /The database in this backup is not one of Onramp/],
    [
      'an archive that is cut off',
      async () => {
        const [archive] = (await backUp(dataDir)).archives
        const file = place('cut')
        const bytes = readFileSync(archive!)
        writeFileSync(file, bytes.subarray(0, bytes.length - 2000))
        return file
      },
      /This backup is damaged or cut off; nothing was changed\./,
    ],
    [
      'no archive at all',
      async () => {
        const file = place('text')
        writeFileSync(file, 'words')
        return file
      },
      /\S+ is not a backup of Onramp\./,
    ],
    ['a file that is not there', async () => place('nothing'), /There is no file \S+\./],
  ])('%s is not restored, and one line says why', async (_, archive, sentence) => {
    const into = newFolder()
    const { code, output, errors } = await restore(await archive(), into)
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toMatch(new RegExp(`^Onramp cannot restore: ${sentence.source}[^\n]*\n$`))
    expect(existsSync(join(into, 'onramp.db'))).toBe(false)
    expect(readdirSync(into).filter((name) => name.startsWith('.backup'))).toEqual([])
  })

  test('what an archive allows others stays behind, and so do links', async () => {
    const from = newFolder()
    writeFileSync(join(from, 'onramp.db'), readFileSync(await soundFile()))
    for (const name of ['media', 'private']) mkdirSync(join(from, name))
    const program = join(from, 'media', 'program')
    writeFileSync(program, 'runs')
    chmodSync(program, 0o6777)
    symlinkSync('/etc/hostname', join(from, 'media', 'link'))
    const archive = place('archive')
    await create({ cwd: from, file: archive, gzip: true }, ['onramp.db', 'media', 'private'])
    const modes: number[] = []
    await list({ file: archive, onReadEntry: ({ path, mode }) => void (path === 'media/program' && modes.push(mode!)) })
    expect(modes.map((mode) => mode & 0o7777)).toEqual([0o6777])

    const into = newFolder()
    expect((await restore(archive, into)).code).toBe(0)
    expect(readdirSync(join(into, 'media'))).toEqual(['program'])
    expect(statSync(join(into, 'media', 'program')).mode & 0o7777).toBe(0o600)
    expect(statSync(join(into, 'onramp.db')).mode & 0o7777).toBe(0o600)
  })

  const soundFile = async (): Promise<string> => {
    const file = place('sound')
    const copy = new DatabaseSync(join(dataDir, 'onramp.db'), { readOnly: true })
    copy.exec(`VACUUM INTO '${file}'`)
    copy.close()
    return file
  }

  test('is never restored over a database', async () => {
    const [archive] = (await backUp(dataDir)).archives
    expect((await restore(archive!, dataDir)).errors).toBe(
      `Onramp cannot restore: DATA_DIR: ${dataDir} already has a database. Restore into an empty folder.\n`,
    )
  })
})
