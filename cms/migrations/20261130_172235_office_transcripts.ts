import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`courses_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`courses\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`courses_texts_order_parent\` ON \`courses_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_courses_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_courses_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_courses_v_texts_order_parent\` ON \`_courses_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`ALTER TABLE \`courses\` ADD \`instructors\` text;`)
  await db.run(sql`ALTER TABLE \`courses\` ADD \`license_category\` text;`)
  await db.run(sql`ALTER TABLE \`_courses_v\` ADD \`version_instructors\` text;`)
  await db.run(sql`ALTER TABLE \`_courses_v\` ADD \`version_license_category\` text;`)
  await db.run(sql`ALTER TABLE \`sessions\` ADD \`instructors\` text;`)
  await db.run(sql`ALTER TABLE \`_sessions_v\` ADD \`version_instructors\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`courses_texts\`;`)
  await db.run(sql`DROP TABLE \`_courses_v_texts\`;`)
  await db.run(sql`ALTER TABLE \`courses\` DROP COLUMN \`instructors\`;`)
  await db.run(sql`ALTER TABLE \`courses\` DROP COLUMN \`license_category\`;`)
  await db.run(sql`ALTER TABLE \`_courses_v\` DROP COLUMN \`version_instructors\`;`)
  await db.run(sql`ALTER TABLE \`_courses_v\` DROP COLUMN \`version_license_category\`;`)
  await db.run(sql`ALTER TABLE \`sessions\` DROP COLUMN \`instructors\`;`)
  await db.run(sql`ALTER TABLE \`_sessions_v\` DROP COLUMN \`version_instructors\`;`)
}
