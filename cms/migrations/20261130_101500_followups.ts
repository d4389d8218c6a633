import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

/** The steps there were when cursors came. */
const STEPS = [
  'application-scores',
  'application-statuses',
  'approved-fees',
  'award-notifications',
  'badges',
  'call-places',
  'canceled-sessions',
  'certificates',
  'charge-log',
  'charges-for-what-was-canceled',
  'checks',
  'closed-reviews',
  'deliveries-of-events',
  'evidence-cleanup',
  'free-seats',
  'late-cancellations',
  'late-orders',
  'minimums',
  'place-prices',
  'prerequisite-gates',
  'proposed-fees',
  'refused-bills',
  'registration-notifications',
  'reminders',
  'rosters',
  'session-changes',
  'statements',
  'submission-notifications',
]

/** Where each begins: at what the flag said was left to do, else with the last that was written. Nothing older is read again. */
const FLAGGED = ['registrations', 'attendance', 'deposits', 'invoices', 'applications', 'submissions', 'awards', 'events']
const UNFLAGGED = ['sessions', 'charges', 'selections', 'collaboratives', 'reviews']
const newest = (table: string): string => `(SELECT max(updated_at) FROM ${table})`
const CURSORS = [
  ...FLAGGED.map((table) => `'${table}', coalesce((SELECT min(updated_at) FROM ${table} WHERE unsettled = 1), ${newest(table)}, '')`),
  ...UNFLAGGED.map((table) => `'${table}', coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', ${newest(table)}, '-1 day'), '')`),
].join(', ')

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`followups\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`step\` text NOT NULL,
  	\`cursors\` text NOT NULL,
  	\`failed\` text NOT NULL,
  	\`due_until\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`followups_step_idx\` ON \`followups\` (\`step\`);`)
  await db.run(sql`CREATE INDEX \`followups_updated_at_idx\` ON \`followups\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`followups_created_at_idx\` ON \`followups\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`registrations_unsettled_idx\`;`)
  await db.run(sql`DROP INDEX \`registrations_is_rated_idx\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`late_days\` text;`)
  await db.run(sql`CREATE INDEX \`registrations_order_order_due_at_idx\` ON \`registrations\` (\`order_due_at\`);`)
  await db.run(sql`ALTER TABLE \`registrations\` RENAME COLUMN \`told\` TO \`notified_days\`;`)
  for (const step of STEPS)
    await db.run(sql`INSERT INTO followups (id, step, cursors, failed) VALUES (lower(hex(randomblob(16))), ${step}, json_object(${sql.raw(CURSORS)}), '[]');`)
  await db.run(sql`UPDATE registrations SET late_days = '[]' WHERE status = 'canceled' AND unsettled = 0;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`unsettled\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`is_rated\`;`)
  await db.run(sql`DROP INDEX \`attendance_unsettled_idx\`;`)
  await db.run(sql`ALTER TABLE \`attendance\` DROP COLUMN \`unsettled\`;`)
  await db.run(sql`DROP INDEX \`deposits_unsettled_idx\`;`)
  await db.run(sql`ALTER TABLE \`deposits\` DROP COLUMN \`unsettled\`;`)
  await db.run(sql`DROP INDEX \`applications_unsettled_idx\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`unsettled\`;`)
  await db.run(sql`DROP INDEX \`submissions_unsettled_idx\`;`)
  await db.run(sql`ALTER TABLE \`submissions\` DROP COLUMN \`unsettled\`;`)
  await db.run(sql`DROP INDEX \`awards_unsettled_idx\`;`)
  await db.run(sql`ALTER TABLE \`awards\` DROP COLUMN \`unsettled\`;`)
  await db.run(sql`DROP INDEX \`events_unsettled_idx\`;`)
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`unsettled\`;`)
  await db.run(sql`DROP INDEX \`invoices_unsettled_idx\`;`)
  await db.run(sql`ALTER TABLE \`invoices\` DROP COLUMN \`unsettled\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`followups\`;`)
  await db.run(sql`DROP INDEX \`registrations_order_order_due_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`unsettled\` integer DEFAULT true NOT NULL;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`is_rated\` integer DEFAULT false NOT NULL;`)
  await db.run(sql`CREATE INDEX \`registrations_unsettled_idx\` ON \`registrations\` (\`unsettled\`);`)
  await db.run(sql`CREATE INDEX \`registrations_is_rated_idx\` ON \`registrations\` (\`is_rated\`);`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`late_days\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` RENAME COLUMN \`notified_days\` TO \`told\`;`)
  await db.run(sql`ALTER TABLE \`attendance\` ADD \`unsettled\` integer DEFAULT true NOT NULL;`)
  await db.run(sql`CREATE INDEX \`attendance_unsettled_idx\` ON \`attendance\` (\`unsettled\`);`)
  await db.run(sql`ALTER TABLE \`deposits\` ADD \`unsettled\` integer DEFAULT true NOT NULL;`)
  await db.run(sql`CREATE INDEX \`deposits_unsettled_idx\` ON \`deposits\` (\`unsettled\`);`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`unsettled\` integer DEFAULT true NOT NULL;`)
  await db.run(sql`CREATE INDEX \`applications_unsettled_idx\` ON \`applications\` (\`unsettled\`);`)
  await db.run(sql`ALTER TABLE \`submissions\` ADD \`unsettled\` integer DEFAULT true NOT NULL;`)
  await db.run(sql`CREATE INDEX \`submissions_unsettled_idx\` ON \`submissions\` (\`unsettled\`);`)
  await db.run(sql`ALTER TABLE \`awards\` ADD \`unsettled\` integer DEFAULT true NOT NULL;`)
  await db.run(sql`CREATE INDEX \`awards_unsettled_idx\` ON \`awards\` (\`unsettled\`);`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`unsettled\` integer DEFAULT true NOT NULL;`)
  await db.run(sql`CREATE INDEX \`events_unsettled_idx\` ON \`events\` (\`unsettled\`);`)
  await db.run(sql`ALTER TABLE \`invoices\` ADD \`unsettled\` integer DEFAULT true NOT NULL;`)
  await db.run(sql`CREATE INDEX \`invoices_unsettled_idx\` ON \`invoices\` (\`unsettled\`);`)
}
