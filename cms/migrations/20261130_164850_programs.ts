import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`credentials_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`credentials\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`credentials_texts_order_parent\` ON \`credentials_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_credentials_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_credentials_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_credentials_v_texts_order_parent\` ON \`_credentials_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`ALTER TABLE \`collaboratives\` ADD \`readers\` numeric DEFAULT 1;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` ADD \`version_readers\` numeric DEFAULT 1;`)
  await db.run(sql`ALTER TABLE \`credentials_parts_prompts\` ADD \`optional\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`credentials_parts_evidence_options\` ADD \`limit_kind\` text DEFAULT 'hard';`)
  await db.run(sql`ALTER TABLE \`credentials_parts_evidence\` ADD \`optional\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`credentials_parts_evidence_locales\` ADD \`required_level\` text;`)
  await db.run(sql`ALTER TABLE \`credentials_levels\` ADD \`points\` numeric;`)
  await db.run(sql`ALTER TABLE \`credentials\` ADD \`pass_rule_needed\` text DEFAULT 'all';`)
  await db.run(sql`ALTER TABLE \`credentials\` ADD \`pass_rule_at_least\` numeric;`)
  await db.run(sql`ALTER TABLE \`credentials\` ADD \`differ\` text DEFAULT 'any';`)
  await db.run(sql`ALTER TABLE \`credentials_locales\` ADD \`own_work\` text;`)
  await db.run(sql`ALTER TABLE \`credentials_locales\` ADD \`comment_bank\` text;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_version_parts_prompts\` ADD \`optional\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_version_parts_evidence_options\` ADD \`limit_kind\` text DEFAULT 'hard';`)
  await db.run(sql`ALTER TABLE \`_credentials_v_version_parts_evidence\` ADD \`optional\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_version_parts_evidence_locales\` ADD \`required_level\` text;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_version_levels\` ADD \`points\` numeric;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` ADD \`version_pass_rule_needed\` text DEFAULT 'all';`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` ADD \`version_pass_rule_at_least\` numeric;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` ADD \`version_differ\` text DEFAULT 'any';`)
  await db.run(sql`ALTER TABLE \`_credentials_v_locales\` ADD \`version_own_work\` text;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_locales\` ADD \`version_comment_bank\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`sent_before\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`assigned\` text;`)
  await db.run(sql`ALTER TABLE \`submissions\` ADD \`covers\` text;`)
  await db.run(sql`ALTER TABLE \`submissions\` ADD \`appeal\` text;`)
  await db.run(sql`ALTER TABLE \`submissions\` ADD \`assigned\` text;`)
  await db.run(sql`ALTER TABLE \`reviews\` ADD \`note\` text;`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`other_names\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`credentials_texts\`;`)
  await db.run(sql`DROP TABLE \`_credentials_v_texts\`;`)
  await db.run(sql`ALTER TABLE \`collaboratives\` DROP COLUMN \`readers\`;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` DROP COLUMN \`version_readers\`;`)
  await db.run(sql`ALTER TABLE \`credentials_parts_prompts\` DROP COLUMN \`optional\`;`)
  await db.run(sql`ALTER TABLE \`credentials_parts_evidence_options\` DROP COLUMN \`limit_kind\`;`)
  await db.run(sql`ALTER TABLE \`credentials_parts_evidence\` DROP COLUMN \`optional\`;`)
  await db.run(sql`ALTER TABLE \`credentials_parts_evidence_locales\` DROP COLUMN \`required_level\`;`)
  await db.run(sql`ALTER TABLE \`credentials_levels\` DROP COLUMN \`points\`;`)
  await db.run(sql`ALTER TABLE \`credentials\` DROP COLUMN \`pass_rule_needed\`;`)
  await db.run(sql`ALTER TABLE \`credentials\` DROP COLUMN \`pass_rule_at_least\`;`)
  await db.run(sql`ALTER TABLE \`credentials\` DROP COLUMN \`differ\`;`)
  await db.run(sql`ALTER TABLE \`credentials_locales\` DROP COLUMN \`own_work\`;`)
  await db.run(sql`ALTER TABLE \`credentials_locales\` DROP COLUMN \`comment_bank\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_version_parts_prompts\` DROP COLUMN \`optional\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_version_parts_evidence_options\` DROP COLUMN \`limit_kind\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_version_parts_evidence\` DROP COLUMN \`optional\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_version_parts_evidence_locales\` DROP COLUMN \`required_level\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_version_levels\` DROP COLUMN \`points\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` DROP COLUMN \`version_pass_rule_needed\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` DROP COLUMN \`version_pass_rule_at_least\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` DROP COLUMN \`version_differ\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_locales\` DROP COLUMN \`version_own_work\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_locales\` DROP COLUMN \`version_comment_bank\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`sent_before\`;`)
  await db.run(sql`ALTER TABLE \`applications\` DROP COLUMN \`assigned\`;`)
  await db.run(sql`ALTER TABLE \`submissions\` DROP COLUMN \`covers\`;`)
  await db.run(sql`ALTER TABLE \`submissions\` DROP COLUMN \`appeal\`;`)
  await db.run(sql`ALTER TABLE \`submissions\` DROP COLUMN \`assigned\`;`)
  await db.run(sql`ALTER TABLE \`reviews\` DROP COLUMN \`note\`;`)
  await db.run(sql`ALTER TABLE \`organizations\` DROP COLUMN \`other_names\`;`)
}
