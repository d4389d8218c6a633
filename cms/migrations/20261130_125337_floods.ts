import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`mailbox\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`came_from\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`came_at\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`tells_of_end\` text;`)
  await db.run(sql`CREATE INDEX \`registrations_came_from_idx\` ON \`registrations\` (\`came_from\`);`)
  await db.run(sql`CREATE INDEX \`registrations_came_at_idx\` ON \`registrations\` (\`came_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`registrations_came_from_idx\`;`)
  await db.run(sql`DROP INDEX \`registrations_came_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`mailbox\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`came_from\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`came_at\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`tells_of_end\`;`)
}
