import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { backupTrouble } from '#cms/maintenance/disk.ts'
import { mailTrouble } from '#cms/maintenance/mail.ts'
import { settingsTrouble } from '#cms/maintenance/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'onramp-maintenance-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const GOOD: Parameters<typeof settingsTrouble>[0] = {
  admin: { email: undefined, password: undefined },
  secret: '8f0c2b7e51d94a63b0f7c6d2e9a81b34',
  siteUrl: 'https://learn.example.org',
  smtpUrl: 'smtps://mail.example.org',
  trustProxy: 1,
}

describe('of the settings it is said', () => {
  test('that nothing is wrong, where nothing is', () => {
    expect(settingsTrouble(GOOD)).toEqual([])
  })

  test.each<[string, Partial<typeof GOOD>, RegExp]>([
    ['an address nobody outside has', { siteUrl: 'http://localhost:3000', trustProxy: 0 }, /^SITE_URL is .+ nobody/],
    ['no TLS', { siteUrl: 'http://learn.example.org' }, /^SITE_URL is .+ in the open\.$/],
    ['a proxy that is not trusted', { trustProxy: 0 }, /TRUST_PROXY is 0/],
    ['a secret of one word', { secret: 'please-change-me-please-now' }, /^PAYLOAD_SECRET can be guessed/],
    ['a secret of one letter', { secret: 'a'.repeat(40) }, /^PAYLOAD_SECRET can be guessed/],
    ['a secret said twice', { secret: 'abcdefgh'.repeat(4) }, /^PAYLOAD_SECRET can be guessed/],
    ['no mail server', { smtpUrl: undefined }, /^SMTP_URL is not set/],
    ['a password left behind', { admin: { email: undefined, password: 'a-password' } }, /^ADMIN_PASSWORD is set/],
  ])('%s', (_, settings, what) => {
    const found = settingsTrouble({ ...GOOD, ...settings })
    expect(found.map((one) => one.what)).toEqual([expect.stringMatching(what)])
    expect(found[0]!.todo).not.toBe('')
  })
})

describe('of backups it is said', () => {
  const now = Temporal.Instant.from('2027-03-10T12:00:00Z')
  const withLast = (last: string | undefined, file = 'onramp.tar.gz.enc') => {
    const dataDir = mkdtempSync(join(folder, 'data-'))
    mkdirSync(join(dataDir, 'private'))
    if (last) writeFileSync(join(dataDir, 'private', 'last-backup.json'), JSON.stringify({ at: last, file }))
    return { dataDir, isEmbedded: true, backupPassphrase: undefined }
  }
  test.each<[string, string | undefined, RegExp | undefined]>([
    ['that there was none', undefined, /^No backup was ever made/],
    ['nothing, a day later', '2027-03-09T11:00:00Z', undefined],
    ['nothing, just before two days', '2027-03-08T12:00:01Z', undefined],
    ['that it is old, two days later', '2027-03-08T12:00:00Z', /^The last backup is 2 days old/],
  ])('%s', (_, last, what) => {
    expect(backupTrouble(withLast(last), now).map((one) => one.what)).toEqual(what ? [expect.stringMatching(what)] : [])
  })

  test('that it is not encrypted', () => {
    const place = withLast('2027-03-10T11:00:00Z', 'onramp.tar.gz')
    expect(backupTrouble(place, now).map((one) => one.what)).toEqual([
      expect.stringMatching(/^Backups are not encrypted/),
    ])
    expect(backupTrouble({ ...place, backupPassphrase: 'a passphrase' }, now)).toEqual([])
  })

  test('nothing with MongoDB, which has tools of its own', () => {
    expect(backupTrouble({ ...withLast(undefined), isEmbedded: false }, now)).toEqual([])
  })
})

describe('of the mail server it is said', () => {
  const answering = async (greeting: string | undefined): Promise<string[]> => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      if (greeting === undefined) socket.destroy()
      else socket.end(greeting)
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as { port: number }
    const found = await mailTrouble(`smtp://127.0.0.1:${port}`)
    server.close()
    return found.map(({ what }) => what)
  }

  test('nothing, where it greets', async () => {
    expect(await answering('220 mail.example.org ESMTP\r\n')).toEqual([])
    expect(await mailTrouble(undefined)).toEqual([])
  })

  test('that it is none, or not there', async () => {
    expect(await answering('HTTP/1.1 400 Bad Request\r\n\r\n')).toEqual([expect.stringMatching(/is no mail server\.$/)])
    expect(await answering(undefined)).toEqual([expect.stringMatching(/^No mail server answers at 127/)])
    expect((await mailTrouble('smtp://127.0.0.1:1')).map(({ what }) => what)).toEqual([
      expect.stringMatching(/\(connect ECONNREFUSED 127\.0\.0\.1:1\)/),
    ])
  })
})
