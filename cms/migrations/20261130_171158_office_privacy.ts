import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`retention\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`needs_months\` numeric,
  	\`letters_months\` numeric,
  	\`messages_months\` numeric,
  	\`people_months\` numeric,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`_retention_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_needs_months\` numeric,
  	\`version_letters_months\` numeric,
  	\`version_messages_months\` numeric,
  	\`version_people_months\` numeric,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`_retention_v_created_at_idx\` ON \`_retention_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_retention_v_updated_at_idx\` ON \`_retention_v\` (\`updated_at\`);`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`erased_at\` text;`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`erasure\` text;`)
  await db.run(sql`CREATE INDEX \`people_erased_at_idx\` ON \`people\` (\`erased_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`retention\`;`)
  await db.run(sql`DROP TABLE \`_retention_v\`;`)
  await db.run(sql`DROP INDEX \`people_erased_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`people\` DROP COLUMN \`erased_at\`;`)
  await db.run(sql`ALTER TABLE \`people\` DROP COLUMN \`erasure\`;`)
}
