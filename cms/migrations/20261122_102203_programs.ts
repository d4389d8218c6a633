import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`collaboratives_conditions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`collaboratives\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`collaboratives_conditions_order_idx\` ON \`collaboratives_conditions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`collaboratives_conditions_parent_id_idx\` ON \`collaboratives_conditions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`collaboratives_conditions_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`collaboratives_conditions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`collaboratives_conditions_locales_locale_parent_id_unique\` ON \`collaboratives_conditions_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`collaboratives_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'text',
  	\`required\` integer DEFAULT true,
  	\`word_limit\` numeric,
  	\`limit_kind\` text DEFAULT 'hard',
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`collaboratives\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`collaboratives_questions_order_idx\` ON \`collaboratives_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`collaboratives_questions_parent_id_idx\` ON \`collaboratives_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`collaboratives_questions_locales\` (
  	\`text\` text,
  	\`hint\` text,
  	\`choices\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`collaboratives_questions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`collaboratives_questions_locales_locale_parent_id_unique\` ON \`collaboratives_questions_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`collaboratives_criteria\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`points\` numeric DEFAULT 4,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`collaboratives\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`collaboratives_criteria_order_idx\` ON \`collaboratives_criteria\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`collaboratives_criteria_parent_id_idx\` ON \`collaboratives_criteria\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`collaboratives_criteria_locales\` (
  	\`name\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`collaboratives_criteria\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`collaboratives_criteria_locales_locale_parent_id_unique\` ON \`collaboratives_criteria_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_collaboratives_v_version_conditions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_collaboratives_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_collaboratives_v_version_conditions_order_idx\` ON \`_collaboratives_v_version_conditions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_collaboratives_v_version_conditions_parent_id_idx\` ON \`_collaboratives_v_version_conditions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_collaboratives_v_version_conditions_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_collaboratives_v_version_conditions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_collaboratives_v_version_conditions_locales_locale_parent_i\` ON \`_collaboratives_v_version_conditions_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_collaboratives_v_version_questions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text DEFAULT 'text',
  	\`required\` integer DEFAULT true,
  	\`word_limit\` numeric,
  	\`limit_kind\` text DEFAULT 'hard',
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_collaboratives_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_collaboratives_v_version_questions_order_idx\` ON \`_collaboratives_v_version_questions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_collaboratives_v_version_questions_parent_id_idx\` ON \`_collaboratives_v_version_questions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_collaboratives_v_version_questions_locales\` (
  	\`text\` text,
  	\`hint\` text,
  	\`choices\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_collaboratives_v_version_questions\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_collaboratives_v_version_questions_locales_locale_parent_id\` ON \`_collaboratives_v_version_questions_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_collaboratives_v_version_criteria\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`points\` numeric DEFAULT 4,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_collaboratives_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_collaboratives_v_version_criteria_order_idx\` ON \`_collaboratives_v_version_criteria\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_collaboratives_v_version_criteria_parent_id_idx\` ON \`_collaboratives_v_version_criteria\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_collaboratives_v_version_criteria_locales\` (
  	\`name\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_collaboratives_v_version_criteria\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_collaboratives_v_version_criteria_locales_locale_parent_id_\` ON \`_collaboratives_v_version_criteria_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`applications\` (
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
  await db.run(sql`CREATE TABLE \`selections\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`call\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`released_at\` text,
  	\`released_by_id\` text(36),
  	\`closed_at\` text,
  	\`closed_by_id\` text(36),
  	\`revision\` numeric DEFAULT 1 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`released_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`closed_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`selections_call_idx\` ON \`selections\` (\`call\`);`)
  await db.run(sql`CREATE INDEX \`selections_released_by_idx\` ON \`selections\` (\`released_by_id\`);`)
  await db.run(sql`CREATE INDEX \`selections_closed_by_idx\` ON \`selections\` (\`closed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`selections_updated_at_idx\` ON \`selections\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`selections_created_at_idx\` ON \`selections\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`submissions\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`credential_id\` text(36) NOT NULL,
  	\`edition\` text NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`organization_id\` text(36),
  	\`employer\` text,
  	\`status\` text NOT NULL,
  	\`answers\` text NOT NULL,
  	\`judged\` text NOT NULL,
  	\`versions\` text NOT NULL,
  	\`consent\` text,
  	\`shows_name\` integer DEFAULT false,
  	\`note\` text,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`allowed\` numeric DEFAULT 0 NOT NULL,
  	\`desk_note\` text,
  	\`started_at\` text NOT NULL,
  	\`submitted_at\` text,
  	\`due_at\` text,
  	\`answered_at\` text,
  	\`active_key\` text,
  	\`attempt\` text,
  	\`attempt_hash\` text,
  	\`revision\` numeric DEFAULT 1 NOT NULL,
  	\`link_version\` numeric DEFAULT 1 NOT NULL,
  	\`unsettled\` integer DEFAULT true NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`credential_id\`) REFERENCES \`credentials\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`submissions_credential_idx\` ON \`submissions\` (\`credential_id\`);`)
  await db.run(sql`CREATE INDEX \`submissions_person_idx\` ON \`submissions\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`submissions_email_idx\` ON \`submissions\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`submissions_organization_idx\` ON \`submissions\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`submissions_status_idx\` ON \`submissions\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`submissions_submitted_at_idx\` ON \`submissions\` (\`submitted_at\`);`)
  await db.run(sql`CREATE INDEX \`submissions_due_at_idx\` ON \`submissions\` (\`due_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`submissions_active_key_idx\` ON \`submissions\` (\`active_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`submissions_attempt_idx\` ON \`submissions\` (\`attempt\`);`)
  await db.run(sql`CREATE INDEX \`submissions_unsettled_idx\` ON \`submissions\` (\`unsettled\`);`)
  await db.run(sql`CREATE INDEX \`submissions_updated_at_idx\` ON \`submissions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`submissions_created_at_idx\` ON \`submissions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`reviews\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`submission_id\` text(36),
  	\`application_id\` text(36),
  	\`attempt\` numeric DEFAULT 1 NOT NULL,
  	\`seat\` numeric NOT NULL,
  	\`reviewer_id\` text(36) NOT NULL,
  	\`status\` text NOT NULL,
  	\`locked_until\` text,
  	\`scores\` text NOT NULL,
  	\`due_at\` text,
  	\`started_at\` text NOT NULL,
  	\`scored_at\` text,
  	\`released_at\` text,
  	\`reason\` text,
  	\`knows_who\` integer DEFAULT false,
  	\`revision\` numeric DEFAULT 1 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`submission_id\`) REFERENCES \`submissions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`application_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`reviewer_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`reviews_key_idx\` ON \`reviews\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`reviews_submission_idx\` ON \`reviews\` (\`submission_id\`);`)
  await db.run(sql`CREATE INDEX \`reviews_application_idx\` ON \`reviews\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`reviews_reviewer_idx\` ON \`reviews\` (\`reviewer_id\`);`)
  await db.run(sql`CREATE INDEX \`reviews_status_idx\` ON \`reviews\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`reviews_locked_until_idx\` ON \`reviews\` (\`locked_until\`);`)
  await db.run(sql`CREATE INDEX \`reviews_due_at_idx\` ON \`reviews\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`reviews_updated_at_idx\` ON \`reviews\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`reviews_created_at_idx\` ON \`reviews\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`awards\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`code\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`shows_name\` integer DEFAULT false NOT NULL,
  	\`submission_id\` text(36),
  	\`credential_id\` text(36),
  	\`registration_id\` text(36),
  	\`course_id\` text(36),
  	\`awarded_at\` text NOT NULL,
  	\`expires_at\` text,
  	\`minutes\` numeric,
  	\`facts\` text,
  	\`signed\` text,
  	\`revoked_at\` text,
  	\`revoke_reason\` text,
  	\`revoked_by_id\` text(36),
  	\`revision\` numeric DEFAULT 1 NOT NULL,
  	\`unsettled\` integer DEFAULT true NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`submission_id\`) REFERENCES \`submissions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`credential_id\`) REFERENCES \`credentials\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`registration_id\`) REFERENCES \`registrations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`course_id\`) REFERENCES \`courses\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`revoked_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`awards_key_idx\` ON \`awards\` (\`key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`awards_code_idx\` ON \`awards\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`awards_kind_idx\` ON \`awards\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`awards_person_idx\` ON \`awards\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`awards_submission_idx\` ON \`awards\` (\`submission_id\`);`)
  await db.run(sql`CREATE INDEX \`awards_credential_idx\` ON \`awards\` (\`credential_id\`);`)
  await db.run(sql`CREATE INDEX \`awards_registration_idx\` ON \`awards\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`awards_course_idx\` ON \`awards\` (\`course_id\`);`)
  await db.run(sql`CREATE INDEX \`awards_awarded_at_idx\` ON \`awards\` (\`awarded_at\`);`)
  await db.run(sql`CREATE INDEX \`awards_revoked_at_idx\` ON \`awards\` (\`revoked_at\`);`)
  await db.run(sql`CREATE INDEX \`awards_revoked_by_idx\` ON \`awards\` (\`revoked_by_id\`);`)
  await db.run(sql`CREATE INDEX \`awards_unsettled_idx\` ON \`awards\` (\`unsettled\`);`)
  await db.run(sql`CREATE INDEX \`awards_updated_at_idx\` ON \`awards\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`awards_created_at_idx\` ON \`awards\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`agency\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text DEFAULT 'Onramp Education Collaborative' NOT NULL,
  	\`address\` text DEFAULT 'Registration desk
  400 Example Avenue
  Tamarack Bend, MN 55000' NOT NULL,
  	\`tax_id\` text,
  	\`prints_units\` integer DEFAULT false,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE TABLE \`_agency_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version_name\` text DEFAULT 'Onramp Education Collaborative' NOT NULL,
  	\`version_address\` text DEFAULT 'Registration desk
  400 Example Avenue
  Tamarack Bend, MN 55000' NOT NULL,
  	\`version_tax_id\` text,
  	\`version_prints_units\` integer DEFAULT false,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`_agency_v_created_at_idx\` ON \`_agency_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_agency_v_updated_at_idx\` ON \`_agency_v\` (\`updated_at\`);`)
  await db.run(sql`ALTER TABLE \`collaboratives\` ADD \`on_canceled\` text DEFAULT 'lowers-both';`)
  await db.run(sql`ALTER TABLE \`collaboratives\` ADD \`make_ups\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`collaboratives\` ADD \`offer_hours\` numeric DEFAULT 40;`)
  await db.run(sql`ALTER TABLE \`collaboratives\` ADD \`grace_minutes\` numeric DEFAULT 15;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` ADD \`version_on_canceled\` text DEFAULT 'lowers-both';`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` ADD \`version_make_ups\` numeric DEFAULT 0;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` ADD \`version_offer_hours\` numeric DEFAULT 40;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` ADD \`version_grace_minutes\` numeric DEFAULT 15;`)
  await db.run(sql`ALTER TABLE \`credentials\` ADD \`submit_until\` text;`)
  await db.run(sql`ALTER TABLE \`credentials\` ADD \`grace_minutes\` numeric DEFAULT 15;`)
  await db.run(sql`ALTER TABLE \`credentials\` ADD \`keep_months\` numeric DEFAULT 12;`)
  await db.run(sql`ALTER TABLE \`credentials\` ADD \`reviewers\` text DEFAULT '1';`)
  await db.run(sql`ALTER TABLE \`credentials\` ADD \`valid_months\` numeric;`)
  await db.run(sql`ALTER TABLE \`credentials_locales\` ADD \`consent\` text;`)
  await db.run(sql`ALTER TABLE \`credentials_rels\` ADD \`strategies_id\` text(36) REFERENCES strategies(id);`)
  await db.run(sql`CREATE INDEX \`credentials_rels_strategies_id_idx\` ON \`credentials_rels\` (\`strategies_id\`);`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` ADD \`version_submit_until\` text;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` ADD \`version_grace_minutes\` numeric DEFAULT 15;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` ADD \`version_keep_months\` numeric DEFAULT 12;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` ADD \`version_reviewers\` text DEFAULT '1';`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` ADD \`version_valid_months\` numeric;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_locales\` ADD \`version_consent\` text;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_rels\` ADD \`strategies_id\` text(36) REFERENCES strategies(id);`)
  await db.run(sql`CREATE INDEX \`_credentials_v_rels_strategies_id_idx\` ON \`_credentials_v_rels\` (\`strategies_id\`);`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`application_id\` text(36) REFERENCES applications(id);`)
  await db.run(sql`CREATE INDEX \`registrations_application_idx\` ON \`registrations\` (\`application_id\`);`)
  await db.run(sql`ALTER TABLE \`attendance\` ADD \`made_up\` integer;`)
  await db.run(sql`ALTER TABLE \`attendance\` ADD \`made_up_how\` text;`)
  await db.run(sql`ALTER TABLE \`messages\` ADD \`application_id\` text(36) REFERENCES applications(id);`)
  await db.run(sql`ALTER TABLE \`messages\` ADD \`submission_id\` text(36) REFERENCES submissions(id);`)
  await db.run(sql`CREATE INDEX \`messages_application_idx\` ON \`messages\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`messages_submission_idx\` ON \`messages\` (\`submission_id\`);`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`submission_id\` text(36) REFERENCES submissions(id);`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`item\` text;`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`seconds\` numeric;`)
  await db.run(sql`CREATE INDEX \`files_submission_idx\` ON \`files\` (\`submission_id\`);`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`application_id\` text(36) REFERENCES applications(id);`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`submission_id\` text(36) REFERENCES submissions(id);`)
  await db.run(sql`CREATE INDEX \`events_application_idx\` ON \`events\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`events_submission_idx\` ON \`events\` (\`submission_id\`);`)
  await db.run(sql`ALTER TABLE \`charges\` ADD \`application_id\` text(36) REFERENCES applications(id);`)
  await db.run(sql`CREATE INDEX \`charges_application_idx\` ON \`charges\` (\`application_id\`);`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`organization_id\` text(36) REFERENCES organizations(id);`)
  await db.run(sql`CREATE INDEX \`users_organization_idx\` ON \`users\` (\`organization_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`collaboratives_conditions\`;`)
  await db.run(sql`DROP TABLE \`collaboratives_conditions_locales\`;`)
  await db.run(sql`DROP TABLE \`collaboratives_questions\`;`)
  await db.run(sql`DROP TABLE \`collaboratives_questions_locales\`;`)
  await db.run(sql`DROP TABLE \`collaboratives_criteria\`;`)
  await db.run(sql`DROP TABLE \`collaboratives_criteria_locales\`;`)
  await db.run(sql`DROP TABLE \`_collaboratives_v_version_conditions\`;`)
  await db.run(sql`DROP TABLE \`_collaboratives_v_version_conditions_locales\`;`)
  await db.run(sql`DROP TABLE \`_collaboratives_v_version_questions\`;`)
  await db.run(sql`DROP TABLE \`_collaboratives_v_version_questions_locales\`;`)
  await db.run(sql`DROP TABLE \`_collaboratives_v_version_criteria\`;`)
  await db.run(sql`DROP TABLE \`_collaboratives_v_version_criteria_locales\`;`)
  await db.run(sql`DROP TABLE \`applications\`;`)
  await db.run(sql`DROP TABLE \`selections\`;`)
  await db.run(sql`DROP TABLE \`submissions\`;`)
  await db.run(sql`DROP TABLE \`reviews\`;`)
  await db.run(sql`DROP TABLE \`awards\`;`)
  await db.run(sql`DROP TABLE \`agency\`;`)
  await db.run(sql`DROP TABLE \`_agency_v\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_credentials_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`contacts_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`credentials\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`contacts_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_credentials_rels\`("id", "order", "parent_id", "path", "contacts_id") SELECT "id", "order", "parent_id", "path", "contacts_id" FROM \`credentials_rels\`;`)
  await db.run(sql`DROP TABLE \`credentials_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_credentials_rels\` RENAME TO \`credentials_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`credentials_rels_order_idx\` ON \`credentials_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`credentials_rels_parent_idx\` ON \`credentials_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`credentials_rels_path_idx\` ON \`credentials_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`credentials_rels_contacts_id_idx\` ON \`credentials_rels\` (\`contacts_id\`);`)
  await db.run(sql`CREATE TABLE \`__new__credentials_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`contacts_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_credentials_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`contacts_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new__credentials_v_rels\`("id", "order", "parent_id", "path", "contacts_id") SELECT "id", "order", "parent_id", "path", "contacts_id" FROM \`_credentials_v_rels\`;`)
  await db.run(sql`DROP TABLE \`_credentials_v_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new__credentials_v_rels\` RENAME TO \`_credentials_v_rels\`;`)
  await db.run(sql`CREATE INDEX \`_credentials_v_rels_order_idx\` ON \`_credentials_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_credentials_v_rels_parent_idx\` ON \`_credentials_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_credentials_v_rels_path_idx\` ON \`_credentials_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_credentials_v_rels_contacts_id_idx\` ON \`_credentials_v_rels\` (\`contacts_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_registrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`session_id\` text(36) NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`status\` text NOT NULL,
  	\`seat_key\` text,
  	\`active_key\` text,
  	\`attempt\` text,
  	\`attempt_hash\` text,
  	\`wait_order\` numeric NOT NULL,
  	\`participation\` text NOT NULL,
  	\`organization_id\` text(36),
  	\`employer\` text,
  	\`job_title\` text,
  	\`host_id\` text(36),
  	\`sponsor_name\` text,
  	\`sponsor_email\` text,
  	\`sponsor_address\` text,
  	\`letter_id\` text(36),
  	\`order_state\` text DEFAULT 'none' NOT NULL,
  	\`order_number\` text,
  	\`order_due_at\` text,
  	\`needs\` text,
  	\`payer_kind\` text NOT NULL,
  	\`payer_organization_id\` text(36),
  	\`payer_name\` text NOT NULL,
  	\`payer_email\` text,
  	\`payer_address\` text,
  	\`payer_reason\` text NOT NULL,
  	\`agreed\` text NOT NULL,
  	\`gate\` text DEFAULT 'none' NOT NULL,
  	\`gate_statement\` text,
  	\`gate_reason\` text,
  	\`gate_decided_by_id\` text(36),
  	\`gate_decided_at\` text,
  	\`offer_until\` text,
  	\`canceled_at\` text,
  	\`canceled_by\` text,
  	\`canceled_from\` text,
  	\`cancel_reason\` text,
  	\`formerly\` text,
  	\`media_release\` integer DEFAULT false NOT NULL,
  	\`mailing_list\` integer DEFAULT false NOT NULL,
  	\`note\` text,
  	\`source\` text DEFAULT 'web' NOT NULL,
  	\`told\` text,
  	\`revision\` numeric DEFAULT 1 NOT NULL,
  	\`link_version\` numeric DEFAULT 1 NOT NULL,
  	\`unsettled\` integer DEFAULT true NOT NULL,
  	\`is_rated\` integer DEFAULT false NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`host_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`letter_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payer_organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`gate_decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_registrations\`("id", "title", "session_id", "person_id", "name", "email", "status", "seat_key", "active_key", "attempt", "attempt_hash", "wait_order", "participation", "organization_id", "employer", "job_title", "host_id", "sponsor_name", "sponsor_email", "sponsor_address", "letter_id", "order_state", "order_number", "order_due_at", "needs", "payer_kind", "payer_organization_id", "payer_name", "payer_email", "payer_address", "payer_reason", "agreed", "gate", "gate_statement", "gate_reason", "gate_decided_by_id", "gate_decided_at", "offer_until", "canceled_at", "canceled_by", "canceled_from", "cancel_reason", "formerly", "media_release", "mailing_list", "note", "source", "told", "revision", "link_version", "unsettled", "is_rated", "updated_at", "created_at") SELECT "id", "title", "session_id", "person_id", "name", "email", "status", "seat_key", "active_key", "attempt", "attempt_hash", "wait_order", "participation", "organization_id", "employer", "job_title", "host_id", "sponsor_name", "sponsor_email", "sponsor_address", "letter_id", "order_state", "order_number", "order_due_at", "needs", "payer_kind", "payer_organization_id", "payer_name", "payer_email", "payer_address", "payer_reason", "agreed", "gate", "gate_statement", "gate_reason", "gate_decided_by_id", "gate_decided_at", "offer_until", "canceled_at", "canceled_by", "canceled_from", "cancel_reason", "formerly", "media_release", "mailing_list", "note", "source", "told", "revision", "link_version", "unsettled", "is_rated", "updated_at", "created_at" FROM \`registrations\`;`)
  await db.run(sql`DROP TABLE \`registrations\`;`)
  await db.run(sql`ALTER TABLE \`__new_registrations\` RENAME TO \`registrations\`;`)
  await db.run(sql`CREATE INDEX \`registrations_session_idx\` ON \`registrations\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_person_idx\` ON \`registrations\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_email_idx\` ON \`registrations\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`registrations_status_idx\` ON \`registrations\` (\`status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`registrations_seat_key_idx\` ON \`registrations\` (\`seat_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`registrations_active_key_idx\` ON \`registrations\` (\`active_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`registrations_attempt_idx\` ON \`registrations\` (\`attempt\`);`)
  await db.run(sql`CREATE INDEX \`registrations_wait_order_idx\` ON \`registrations\` (\`wait_order\`);`)
  await db.run(sql`CREATE INDEX \`registrations_organization_idx\` ON \`registrations\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_host_idx\` ON \`registrations\` (\`host_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_letter_idx\` ON \`registrations\` (\`letter_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_payer_payer_organization_idx\` ON \`registrations\` (\`payer_organization_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_gate_idx\` ON \`registrations\` (\`gate\`);`)
  await db.run(sql`CREATE INDEX \`registrations_gate_decided_by_idx\` ON \`registrations\` (\`gate_decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_offer_until_idx\` ON \`registrations\` (\`offer_until\`);`)
  await db.run(sql`CREATE INDEX \`registrations_unsettled_idx\` ON \`registrations\` (\`unsettled\`);`)
  await db.run(sql`CREATE INDEX \`registrations_is_rated_idx\` ON \`registrations\` (\`is_rated\`);`)
  await db.run(sql`CREATE INDEX \`registrations_updated_at_idx\` ON \`registrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`registrations_created_at_idx\` ON \`registrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_messages\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`to\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`html\` text NOT NULL,
  	\`calendar\` text,
  	\`person_id\` text(36),
  	\`registration_id\` text(36),
  	\`invoice_id\` text(36),
  	\`state\` text NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`next_attempt_at\` text,
  	\`sent_at\` text,
  	\`last_error\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`registration_id\`) REFERENCES \`registrations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`invoice_id\`) REFERENCES \`invoices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_messages\`("id", "key", "kind", "to", "subject", "text", "html", "calendar", "person_id", "registration_id", "invoice_id", "state", "attempts", "next_attempt_at", "sent_at", "last_error", "updated_at", "created_at") SELECT "id", "key", "kind", "to", "subject", "text", "html", "calendar", "person_id", "registration_id", "invoice_id", "state", "attempts", "next_attempt_at", "sent_at", "last_error", "updated_at", "created_at" FROM \`messages\`;`)
  await db.run(sql`DROP TABLE \`messages\`;`)
  await db.run(sql`ALTER TABLE \`__new_messages\` RENAME TO \`messages\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`messages_key_idx\` ON \`messages\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`messages_kind_idx\` ON \`messages\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`messages_to_idx\` ON \`messages\` (\`to\`);`)
  await db.run(sql`CREATE INDEX \`messages_person_idx\` ON \`messages\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`messages_registration_idx\` ON \`messages\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`messages_invoice_idx\` ON \`messages\` (\`invoice_id\`);`)
  await db.run(sql`CREATE INDEX \`messages_state_idx\` ON \`messages\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`messages_next_attempt_at_idx\` ON \`messages\` (\`next_attempt_at\`);`)
  await db.run(sql`CREATE INDEX \`messages_updated_at_idx\` ON \`messages\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`messages_created_at_idx\` ON \`messages\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_files\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`given_name\` text NOT NULL,
  	\`person_id\` text(36),
  	\`registration_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`registration_id\`) REFERENCES \`registrations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_files\`("id", "given_name", "person_id", "registration_id", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height") SELECT "id", "given_name", "person_id", "registration_id", "updated_at", "created_at", "url", "thumbnail_u_r_l", "filename", "mime_type", "filesize", "width", "height" FROM \`files\`;`)
  await db.run(sql`DROP TABLE \`files\`;`)
  await db.run(sql`ALTER TABLE \`__new_files\` RENAME TO \`files\`;`)
  await db.run(sql`CREATE INDEX \`files_person_idx\` ON \`files\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`files_registration_idx\` ON \`files\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`files_updated_at_idx\` ON \`files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`files_created_at_idx\` ON \`files\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`files_filename_idx\` ON \`files\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`__new_events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`summary\` text NOT NULL,
  	\`actor\` text NOT NULL,
  	\`user_id\` text(36),
  	\`registration_id\` text(36),
  	\`session_id\` text(36),
  	\`reason\` text,
  	\`data\` text,
  	\`unsettled\` integer DEFAULT true NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`registration_id\`) REFERENCES \`registrations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_events\`("id", "key", "at", "kind", "summary", "actor", "user_id", "registration_id", "session_id", "reason", "data", "unsettled", "updated_at", "created_at") SELECT "id", "key", "at", "kind", "summary", "actor", "user_id", "registration_id", "session_id", "reason", "data", "unsettled", "updated_at", "created_at" FROM \`events\`;`)
  await db.run(sql`DROP TABLE \`events\`;`)
  await db.run(sql`ALTER TABLE \`__new_events\` RENAME TO \`events\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`events_key_idx\` ON \`events\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`events_at_idx\` ON \`events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`events_kind_idx\` ON \`events\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`events_user_idx\` ON \`events\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`events_registration_idx\` ON \`events\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`events_session_idx\` ON \`events\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`events_unsettled_idx\` ON \`events\` (\`unsettled\`);`)
  await db.run(sql`CREATE INDEX \`events_updated_at_idx\` ON \`events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`events_created_at_idx\` ON \`events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_charges\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`cents\` numeric NOT NULL,
  	\`payer_key\` text NOT NULL,
  	\`payer_kind\` text NOT NULL,
  	\`organization_id\` text(36),
  	\`person_id\` text(36),
  	\`payer_name\` text NOT NULL,
  	\`payer_email\` text,
  	\`payer_address\` text,
  	\`rule\` text NOT NULL,
  	\`registration_id\` text(36),
  	\`session_id\` text(36),
  	\`name\` text NOT NULL,
  	\`course_title\` text NOT NULL,
  	\`day\` text NOT NULL,
  	\`purchase_order\` text,
  	\`booked_at\` text NOT NULL,
  	\`booked_on\` text NOT NULL,
  	\`booked_by_id\` text(36),
  	\`reverses_id\` text(36),
  	\`rebills_id\` text(36),
  	\`invoice_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`registration_id\`) REFERENCES \`registrations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`booked_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`reverses_id\`) REFERENCES \`charges\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`rebills_id\`) REFERENCES \`charges\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`invoice_id\`) REFERENCES \`invoices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_charges\`("id", "key", "title", "kind", "cents", "payer_key", "payer_kind", "organization_id", "person_id", "payer_name", "payer_email", "payer_address", "rule", "registration_id", "session_id", "name", "course_title", "day", "purchase_order", "booked_at", "booked_on", "booked_by_id", "reverses_id", "rebills_id", "invoice_id", "updated_at", "created_at") SELECT "id", "key", "title", "kind", "cents", "payer_key", "payer_kind", "organization_id", "person_id", "payer_name", "payer_email", "payer_address", "rule", "registration_id", "session_id", "name", "course_title", "day", "purchase_order", "booked_at", "booked_on", "booked_by_id", "reverses_id", "rebills_id", "invoice_id", "updated_at", "created_at" FROM \`charges\`;`)
  await db.run(sql`DROP TABLE \`charges\`;`)
  await db.run(sql`ALTER TABLE \`__new_charges\` RENAME TO \`charges\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`charges_key_idx\` ON \`charges\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`charges_payer_key_idx\` ON \`charges\` (\`payer_key\`);`)
  await db.run(sql`CREATE INDEX \`charges_organization_idx\` ON \`charges\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_person_idx\` ON \`charges\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_registration_idx\` ON \`charges\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_session_idx\` ON \`charges\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_booked_at_idx\` ON \`charges\` (\`booked_at\`);`)
  await db.run(sql`CREATE INDEX \`charges_booked_on_idx\` ON \`charges\` (\`booked_on\`);`)
  await db.run(sql`CREATE INDEX \`charges_booked_by_idx\` ON \`charges\` (\`booked_by_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_reverses_idx\` ON \`charges\` (\`reverses_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_rebills_idx\` ON \`charges\` (\`rebills_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_invoice_idx\` ON \`charges\` (\`invoice_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_updated_at_idx\` ON \`charges\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`charges_created_at_idx\` ON \`charges\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`INSERT INTO \`__new_users\`("id", "name", "updated_at", "created_at", "email", "reset_password_token", "reset_password_expiration", "salt", "hash", "reset_password_requested_at", "login_attempts", "lock_until") SELECT "id", "name", "updated_at", "created_at", "email", "reset_password_token", "reset_password_expiration", "salt", "hash", "reset_password_requested_at", "login_attempts", "lock_until" FROM \`users\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`ALTER TABLE \`__new_users\` RENAME TO \`users\`;`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`ALTER TABLE \`collaboratives\` DROP COLUMN \`on_canceled\`;`)
  await db.run(sql`ALTER TABLE \`collaboratives\` DROP COLUMN \`make_ups\`;`)
  await db.run(sql`ALTER TABLE \`collaboratives\` DROP COLUMN \`offer_hours\`;`)
  await db.run(sql`ALTER TABLE \`collaboratives\` DROP COLUMN \`grace_minutes\`;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` DROP COLUMN \`version_on_canceled\`;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` DROP COLUMN \`version_make_ups\`;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` DROP COLUMN \`version_offer_hours\`;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` DROP COLUMN \`version_grace_minutes\`;`)
  await db.run(sql`ALTER TABLE \`credentials\` DROP COLUMN \`submit_until\`;`)
  await db.run(sql`ALTER TABLE \`credentials\` DROP COLUMN \`grace_minutes\`;`)
  await db.run(sql`ALTER TABLE \`credentials\` DROP COLUMN \`keep_months\`;`)
  await db.run(sql`ALTER TABLE \`credentials\` DROP COLUMN \`reviewers\`;`)
  await db.run(sql`ALTER TABLE \`credentials\` DROP COLUMN \`valid_months\`;`)
  await db.run(sql`ALTER TABLE \`credentials_locales\` DROP COLUMN \`consent\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` DROP COLUMN \`version_submit_until\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` DROP COLUMN \`version_grace_minutes\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` DROP COLUMN \`version_keep_months\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` DROP COLUMN \`version_reviewers\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` DROP COLUMN \`version_valid_months\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v_locales\` DROP COLUMN \`version_consent\`;`)
  await db.run(sql`ALTER TABLE \`attendance\` DROP COLUMN \`made_up\`;`)
  await db.run(sql`ALTER TABLE \`attendance\` DROP COLUMN \`made_up_how\`;`)
}
