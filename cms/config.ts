import { fileURLToPath } from 'node:url'
import { buildConfig, type CollectionBeforeChangeHook, type CollectionConfig, type SanitizedConfig } from 'payload'
import sharp, { type Sharp } from 'sharp'
import { collectionsIn, globals } from '../collections/index.ts'
import { unknownYearsAt } from '#collections/holidays/queries.ts'
import { LOCALES } from '../collections/values/locale.ts'
import { announceChanges, announceGlobals } from '#collections/kernel/changes.ts'
import { loadMongooseAdapter, loadSqliteAdapter } from './adapters.ts'
import { demoPlan } from '#collections/demo/service/demo.ts'
import { seasonEndpoints } from './season.ts'
import { demoEndpoints } from './demo.ts'
import { editor } from './editor.ts'
import type { Environment } from './env.ts'
import { withTextIds } from './ids.ts'
import { livePreview } from './preview.ts'
import { mayWork } from './lease.ts'
import { loggerFor } from './log.ts'
import { mailFor } from './mail.ts'
import { testLetter } from './test-letter.ts'
import { answerBadJson, boundReads } from './queries.ts'
import { withRecords } from './records/adapter.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Decoders we never need are the ones attackers use: refuse them before a byte reaches them.
sharp.block({ operation: ['VipsForeignLoadHeif', 'VipsForeignLoadSvg', 'VipsForeignLoadPdf', 'VipsForeignLoadMagick'] })

// A JPEG cannot be see-through, and what was would come out black: white paper is put behind it.
const { jpeg } = sharp.prototype
sharp.prototype.jpeg = function (this: Sharp, ...options: Parameters<typeof jpeg>) {
  return jpeg.apply(this.flatten({ background: '#ffffff' }), options)
}

/** Whoever works on a document in the panel says so in their own name. */
const inOwnName: CollectionBeforeChangeHook = ({ data, req: { user, payloadAPI } }) =>
  user && payloadAPI !== 'local' ? { ...data, user: { relationTo: user.collection, value: user.id } } : data

const withOwnLocks = (config: SanitizedConfig): SanitizedConfig => {
  config.collections.find(({ slug }) => slug === 'payload-locked-documents')?.hooks.beforeChange.push(inOwnName)
  return config
}

/** Scheduled publishing runs inside this process; nobody starts or stops jobs from outside. */
const jobAccess = () => false

const databaseFor = async ({ isEmbedded, databaseUrl: url }: Environment) =>
  isEmbedded
    ? withRecords(
        (await loadSqliteAdapter())({
          client: { url },
          // An answer waits for the disk, not each commit; see cms/durable.ts.
          wal: { synchronous: 'NORMAL', journalSizeLimit: 67_108_864 },
          busyTimeout: 5000,
          idType: 'uuidv7',
          blocksAsJSON: true,
          push: false,
          migrationDir: here('./migrations'),
        }),
      )
    : (await loadMongooseAdapter())({
        url,
        connectOptions: {
          // Long enough for a replica set to elect a new primary, short enough to say that there is no server.
          serverSelectionTimeoutMS: 10_000,
          // What was answered is on the disks of a majority: no restart and no election takes it back.
          writeConcern: { w: 'majority', j: true },
        },
        transactionOptions: false,
        ensureIndexes: true,
        // Joins are read by queries of their own, which servers that only speak like MongoDB can answer too.
        useJoinAggregations: false,
      })

/** SQLite gives documents the same ids by itself. */
const collectionsFor = ({ mediaDir: media, filesDir: files, siteUrl, isEmbedded }: Environment): CollectionConfig[] => {
  const collections = collectionsIn({ media, files, isSecure: siteUrl.startsWith('https:') })
  return isEmbedded ? collections : withTextIds(collections)
}

/** The form is for people; programs have the addresses in the README. */
const withoutApiTab = <Config extends { admin?: object }>(config: Config): Config => ({
  ...config,
  admin: { ...config.admin, hideAPIURL: true },
})

/** What Payload is told about everything here, for one set of settings. */
export const configFor = async (env: Environment): Promise<SanitizedConfig> =>
  withOwnLocks(
    await buildConfig({
      serverURL: env.siteUrl,
      secret: env.secret,
      // Where TLS is certain, no other host and no subdomain can set the cookie (RFC 6265bis, 4.1.3.2).
      cookiePrefix: env.siteUrl.startsWith('https:') ? '__Host-payload' : 'payload',
      csrf: [env.siteUrl],
      cors: [env.siteUrl],
      db: await databaseFor(env),
      email: mailFor(env),
      sharp,
      editor,
      collections: announceChanges(boundReads(collectionsFor(env))).map(withoutApiTab),
      globals: announceGlobals(globals).map(withoutApiTab),
      jobs: {
        access: { cancel: jobAccess, queue: jobAccess, run: jobAccess },
        // Of several processes one runs them; see cms/lease.ts.
        shouldAutoRun: mayWork,
        autoRun: [{ cron: '* * * * *', queue: 'default', limit: 20 }],
      },
      graphQL: { disable: true },
      localization: { locales: [...LOCALES], defaultLocale: LOCALES[0], fallback: true },
      telemetry: false,
      logger: loggerFor(env),
      // Moments are printed in this zone; see admin/Reading.tsx. What the dashboard asks of a rule is asked through here.
      custom: { timeZone: env.timeZone, unknownYears: unknownYearsAt, demoPlan, sendsMail: Boolean(env.smtpUrl) },
      endpoints: [...demoEndpoints, ...seasonEndpoints, testLetter],
      defaultDepth: 1,
      maxDepth: 2,
      hooks: { afterError: [answerBadJson] },
      // A question that cannot be answered is worth a line, not a page of stack.
      loggingLevels: { APIError: 'info', AuthenticationError: 'info', QueryError: 'info' },
      admin: {
        user: 'users',
        avatar: 'default',
        dateFormat: 'MMM d, yyyy, h:mm a',
        importMap: { baseDir: here('.'), importMapFile: here('./app/(payload)/admin/importMap.js') },
        meta: { titleSuffix: ' · Onramp', defaultOGImageType: 'off' },
        components: {
          beforeDashboard: ['/admin/SetupList#SetupList', '/admin/Today#Today'],
          beforeNavLinks: ['/admin/DeskNav#DeskNav'],
          views: {
            season: { Component: '/admin/Season#Season', path: '/season' },
            login: { Component: '/admin/SignIn#SignIn' },
            demo: { Component: '/admin/Demo#Demo', path: '/demo' },
          },
          graphics: { Icon: '/admin/Brand#Icon', Logo: '/admin/Brand#Logo' },
        },
        livePreview,
      },
      typescript: { outputFile: here('../collections/kernel/payload-types.ts'), autoGenerate: false },
    }),
  )
