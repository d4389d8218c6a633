import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`applications\` ADD \`readings\` text;`)
  await db.run(sql`ALTER TABLE \`submissions\` DROP COLUMN \`appeal\`;`)
  await db.run(sql`ALTER TABLE \`submissions\` DROP COLUMN \`assigned\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`submissions\` ADD \`appeal\` text;`)
  await db.run(sql`ALTER TABLE \`submissions\` ADD \`assigned\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`readings\`;`)
}
