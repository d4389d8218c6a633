import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`sent_before\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`assigned\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`applications\` ADD \`sent_before\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`assigned\` text;`)
}
