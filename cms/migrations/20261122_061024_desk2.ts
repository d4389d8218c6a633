import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`contacts\` ADD \`address\` text;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` ADD \`version_address\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`canceled_from\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`told\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`contacts\` DROP COLUMN \`address\`;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` DROP COLUMN \`version_address\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`canceled_from\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`told\`;`)
}
