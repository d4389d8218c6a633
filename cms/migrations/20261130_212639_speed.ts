import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`seals\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`before\` text,
  	\`hash\` text NOT NULL,
  	\`through\` text NOT NULL,
  	\`entries\` text NOT NULL,
  	\`removed\` text NOT NULL,
  	\`because\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`seals_number_idx\` ON \`seals\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`seals_through_idx\` ON \`seals\` (\`through\`);`)
  await db.run(sql`CREATE INDEX \`seals_updated_at_idx\` ON \`seals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`seals_created_at_idx\` ON \`seals\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`request\` text;`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`nonce\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`seals\`;`)
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`request\`;`)
  await db.run(sql`ALTER TABLE \`events\` DROP COLUMN \`nonce\`;`)
}
