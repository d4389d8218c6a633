import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`collaboratives\` ADD \`paper_days\` numeric DEFAULT 15;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` ADD \`version_paper_days\` numeric DEFAULT 15;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`papers\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`agreement_id\` text(36) REFERENCES files(id);`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`papers_until\` text;`)
  await db.run(sql`ALTER TABLE \`applications\` ADD \`withdrawal\` text;`)
  await db.run(sql`CREATE INDEX \`applications_agreement_idx\` ON \`applications\` (\`agreement_id\`);`)
  await db.run(sql`CREATE INDEX \`applications_papers_until_idx\` ON \`applications\` (\`papers_until\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_applications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`applicant\` text NOT NULL,
  	\`call\` text NOT NULL,
  	\`collaborative_id\` text(36) NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`phone\` text,
  	\`organization_id\` text(36),
  	\`employer\` text,
  	\`job_title\` text,
  	\`team\` text,
  	\`answers\` text NOT NULL,
  	\`asked\` text,
  	\`choices\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`reasons\` text,
  	\`score\` numeric,
  	\`score_reason\` text,
  	\`place_id\` text(36),
  	\`place_key\` text,
  	\`offered_at\` text,
  	\`offer_until\` text,
  	\`answered_at\` text,
  	\`reason\` text,
  	\`agreed\` text,
  	\`purchase_order\` text,
  	\`started_at\` text NOT NULL,
  	\`submitted_at\` text,
  	\`moved_at\` text,
  	\`note\` text,
  	\`active_key\` text,
  	\`attempt\` text,
  	\`attempt_hash\` text,
  	\`revision\` numeric DEFAULT 1 NOT NULL,
  	\`link_version\` numeric DEFAULT 1 NOT NULL,
  	\`unsettled\` integer DEFAULT true NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`collaborative_id\`) REFERENCES \`collaboratives\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`place_id\`) REFERENCES \`collaboratives\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_applications\`("id", "title", "applicant", "call", "collaborative_id", "person_id", "name", "email", "phone", "organization_id", "employer", "job_title", "team", "answers", "asked", "choices", "status", "reasons", "score", "score_reason", "place_id", "place_key", "offered_at", "offer_until", "answered_at", "reason", "agreed", "purchase_order", "started_at", "submitted_at", "moved_at", "note", "active_key", "attempt", "attempt_hash", "revision", "link_version", "unsettled", "updated_at", "created_at") SELECT "id", "title", "applicant", "call", "collaborative_id", "person_id", "name", "email", "phone", "organization_id", "employer", "job_title", "team", "answers", "asked", "choices", "status", "reasons", "score", "score_reason", "place_id", "place_key", "offered_at", "offer_until", "answered_at", "reason", "agreed", "purchase_order", "started_at", "submitted_at", "moved_at", "note", "active_key", "attempt", "attempt_hash", "revision", "link_version", "unsettled", "updated_at", "created_at" FROM \`applications\`;`)
  await db.run(sql`DROP TABLE \`applications\`;`)
  await db.run(sql`ALTER TABLE \`__new_applications\` RENAME TO \`applications\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`applications_call_idx\` ON \`applications\` (\`call\`);`)
  await db.run(sql`CREATE INDEX \`applications_collaborative_idx\` ON \`applications\` (\`collaborative_id\`);`)
  await db.run(sql`CREATE INDEX \`applications_person_idx\` ON \`applications\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`applications_email_idx\` ON \`applications\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`applications_organization_idx\` ON \`applications\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`applications_status_idx\` ON \`applications\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`applications_score_idx\` ON \`applications\` (\`score\`);`)
  await db.run(sql`CREATE INDEX \`applications_place_idx\` ON \`applications\` (\`place_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`applications_place_key_idx\` ON \`applications\` (\`place_key\`);`)
  await db.run(sql`CREATE INDEX \`applications_offer_until_idx\` ON \`applications\` (\`offer_until\`);`)
  await db.run(sql`CREATE INDEX \`applications_submitted_at_idx\` ON \`applications\` (\`submitted_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`applications_active_key_idx\` ON \`applications\` (\`active_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`applications_attempt_idx\` ON \`applications\` (\`attempt\`);`)
  await db.run(sql`CREATE INDEX \`applications_unsettled_idx\` ON \`applications\` (\`unsettled\`);`)
  await db.run(sql`CREATE INDEX \`applications_updated_at_idx\` ON \`applications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`applications_created_at_idx\` ON \`applications\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`collaboratives\` DROP COLUMN \`paper_days\`;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` DROP COLUMN \`version_paper_days\`;`)
}
