import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`evaluations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`unit\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`year\` numeric NOT NULL,
  	\`starts_on\` text NOT NULL,
  	\`closes_at\` text NOT NULL,
  	\`tally\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`evaluations_key_idx\` ON \`evaluations\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`evaluations_unit_idx\` ON \`evaluations\` (\`unit\`);`)
  await db.run(sql`CREATE INDEX \`evaluations_year_idx\` ON \`evaluations\` (\`year\`);`)
  await db.run(sql`CREATE INDEX \`evaluations_updated_at_idx\` ON \`evaluations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`evaluations_created_at_idx\` ON \`evaluations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`evaluation_receipts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`registration_id\` text(36) NOT NULL,
  	\`session_id\` text(36) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`registration_id\`) REFERENCES \`registrations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`evaluation_receipts_key_idx\` ON \`evaluation_receipts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`evaluation_receipts_registration_idx\` ON \`evaluation_receipts\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`evaluation_receipts_session_idx\` ON \`evaluation_receipts\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`evaluation_receipts_updated_at_idx\` ON \`evaluation_receipts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`evaluation_receipts_created_at_idx\` ON \`evaluation_receipts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`evaluation_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`text\` text NOT NULL,
  	\`kind\` text DEFAULT 'scale' NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`evaluation\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`evaluation_questions_order_idx\` ON \`evaluation_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`evaluation_questions_parent_id_idx\` ON \`evaluation_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`evaluation\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`is_asked\` integer DEFAULT false,
  	\`is_required\` integer DEFAULT false,
  	\`days\` numeric DEFAULT 14 NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`evaluation_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`evaluation\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`evaluation_texts_order_parent\` ON \`evaluation_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_evaluation_v_version_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`text\` text NOT NULL,
  	\`kind\` text DEFAULT 'scale' NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_evaluation_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_evaluation_v_version_questions_order_idx\` ON \`_evaluation_v_version_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_evaluation_v_version_questions_parent_id_idx\` ON \`_evaluation_v_version_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_evaluation_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_is_asked\` integer DEFAULT false,
  	\`version_is_required\` integer DEFAULT false,
  	\`version_days\` numeric DEFAULT 14 NOT NULL,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`_evaluation_v_created_at_idx\` ON \`_evaluation_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_evaluation_v_updated_at_idx\` ON \`_evaluation_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_evaluation_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_evaluation_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_evaluation_v_texts_order_parent\` ON \`_evaluation_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`billing\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`remind_after\` numeric,
  	\`remind_again\` numeric,
  	\`needs_second\` integer DEFAULT false,
  	\`tax_form_id\` text(36),
  	\`updated_at\` text,
  	\`created_at\` text,
  	FOREIGN KEY (\`tax_form_id\`) REFERENCES \`downloads\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`billing_tax_form_idx\` ON \`billing\` (\`tax_form_id\`);`)
  await db.run(sql`CREATE TABLE \`_billing_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_remind_after\` numeric,
  	\`version_remind_again\` numeric,
  	\`version_needs_second\` integer DEFAULT false,
  	\`version_tax_form_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`version_tax_form_id\`) REFERENCES \`downloads\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_billing_v_version_version_tax_form_idx\` ON \`_billing_v\` (\`version_tax_form_id\`);`)
  await db.run(sql`CREATE INDEX \`_billing_v_created_at_idx\` ON \`_billing_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_billing_v_updated_at_idx\` ON \`_billing_v\` (\`updated_at\`);`)
  await db.run(sql`ALTER TABLE \`courses\` ADD \`evaluation\` text DEFAULT 'as-set';`)
  await db.run(sql`ALTER TABLE \`_courses_v\` ADD \`version_evaluation\` text DEFAULT 'as-set';`)
  await db.run(sql`ALTER TABLE \`deposits\` ADD \`proposed\` text;`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`media_release_text\` text;`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`mailing_list_text\` text;`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`billing_references\` text;`)
  await db.run(sql`ALTER TABLE \`invoices\` ADD \`disputes\` text;`)
  await db.run(sql`ALTER TABLE \`invoices\` ADD \`references\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`evaluations\`;`)
  await db.run(sql`DROP TABLE \`evaluation_receipts\`;`)
  await db.run(sql`DROP TABLE \`evaluation_questions\`;`)
  await db.run(sql`DROP TABLE \`evaluation\`;`)
  await db.run(sql`DROP TABLE \`evaluation_texts\`;`)
  await db.run(sql`DROP TABLE \`_evaluation_v_version_questions\`;`)
  await db.run(sql`DROP TABLE \`_evaluation_v\`;`)
  await db.run(sql`DROP TABLE \`_evaluation_v_texts\`;`)
  await db.run(sql`DROP TABLE \`billing\`;`)
  await db.run(sql`DROP TABLE \`_billing_v\`;`)
  await db.run(sql`ALTER TABLE \`courses\` DROP COLUMN \`evaluation\`;`)
  await db.run(sql`ALTER TABLE \`_courses_v\` DROP COLUMN \`version_evaluation\`;`)
  await db.run(sql`ALTER TABLE \`deposits\` DROP COLUMN \`proposed\`;`)
  await db.run(sql`ALTER TABLE \`people\` DROP COLUMN \`media_release_text\`;`)
  await db.run(sql`ALTER TABLE \`people\` DROP COLUMN \`mailing_list_text\`;`)
  await db.run(sql`ALTER TABLE \`organizations\` DROP COLUMN \`billing_references\`;`)
  await db.run(sql`ALTER TABLE \`invoices\` DROP COLUMN \`disputes\`;`)
  await db.run(sql`ALTER TABLE \`invoices\` DROP COLUMN \`references\`;`)
}
