import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`credentials\` ADD \`appeal_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` ADD \`version_appeal_days\` numeric;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`earlier\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`changed_at\` text;`)
  await db.run(sql`ALTER TABLE \`submissions\` ADD \`feedback\` text;`)
  await db.run(sql`ALTER TABLE \`submissions\` ADD \`appeal\` text;`)
  await db.run(sql`ALTER TABLE \`reviews\` ADD \`assigned_at\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`credentials\` DROP COLUMN \`appeal_days\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` DROP COLUMN \`version_appeal_days\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`earlier\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`changed_at\`;`)
  await db.run(sql`ALTER TABLE \`submissions\` DROP COLUMN \`feedback\`;`)
  await db.run(sql`ALTER TABLE \`submissions\` DROP COLUMN \`appeal\`;`)
  await db.run(sql`ALTER TABLE \`reviews\` DROP COLUMN \`assigned_at\`;`)
}
