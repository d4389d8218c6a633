import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`policies\` ADD \`missed_day\` text DEFAULT 'larger';`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_missed_day\` text DEFAULT 'larger';`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`former_seat_key\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`acceptance\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`accepted_at\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`asked\` text;`)
  await db.run(sql`CREATE INDEX \`registrations_former_seat_key_idx\` ON \`registrations\` (\`former_seat_key\`);`)
  await db.run(sql`CREATE INDEX \`registrations_acceptance_idx\` ON \`registrations\` (\`acceptance\`);`)
  await db.run(sql`ALTER TABLE \`holidays\` ADD \`repeats\` text DEFAULT 'once';`)
  await db.run(sql`ALTER TABLE \`holidays\` ADD \`is_observed\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`holidays\` ADD \`days_after\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`holidays\` ADD \`until_year\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`registrations_former_seat_key_idx\`;`)
  await db.run(sql`DROP INDEX \`registrations_acceptance_idx\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`former_seat_key\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`acceptance\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`accepted_at\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`asked\`;`)
  await db.run(sql`ALTER TABLE \`policies\` DROP COLUMN \`missed_day\`;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` DROP COLUMN \`version_missed_day\`;`)
  await db.run(sql`ALTER TABLE \`holidays\` DROP COLUMN \`repeats\`;`)
  await db.run(sql`ALTER TABLE \`holidays\` DROP COLUMN \`is_observed\`;`)
  await db.run(sql`ALTER TABLE \`holidays\` DROP COLUMN \`days_after\`;`)
  await db.run(sql`ALTER TABLE \`holidays\` DROP COLUMN \`until_year\`;`)
}
