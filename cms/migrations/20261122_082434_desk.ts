import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`templates\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`templates_kind_idx\` ON \`templates\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`templates_updated_at_idx\` ON \`templates\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`templates_created_at_idx\` ON \`templates\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`templates__status_idx\` ON \`templates\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`templates_locales\` (
  	\`subject\` text,
  	\`body\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`templates\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`templates_locales_locale_parent_id_unique\` ON \`templates_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_templates_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_kind\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`templates\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_templates_v_parent_idx\` ON \`_templates_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_templates_v_version_version_kind_idx\` ON \`_templates_v\` (\`version_kind\`);`)
  await db.run(sql`CREATE INDEX \`_templates_v_version_version_updated_at_idx\` ON \`_templates_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_templates_v_version_version_created_at_idx\` ON \`_templates_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_templates_v_version_version__status_idx\` ON \`_templates_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_templates_v_created_at_idx\` ON \`_templates_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_templates_v_updated_at_idx\` ON \`_templates_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_templates_v_snapshot_idx\` ON \`_templates_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_templates_v_published_locale_idx\` ON \`_templates_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_templates_v_latest_idx\` ON \`_templates_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_templates_v_autosave_idx\` ON \`_templates_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_templates_v_locales\` (
  	\`version_subject\` text,
  	\`version_body\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_templates_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_templates_v_locales_locale_parent_id_unique\` ON \`_templates_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`registrations\` (
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
  await db.run(sql`CREATE TABLE \`attendance\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`registration_id\` text(36) NOT NULL,
  	\`session_id\` text(36) NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`name\` text NOT NULL,
  	\`date\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`minutes\` numeric DEFAULT 0 NOT NULL,
  	\`at\` text NOT NULL,
  	\`is_on_time\` integer,
  	\`recorded_by_id\` text(36),
  	\`note\` text,
  	\`fee_state\` text DEFAULT 'none' NOT NULL,
  	\`fee_cents\` numeric,
  	\`fee_evidence\` text,
  	\`fee_reason\` text,
  	\`fee_decided_by_id\` text(36),
  	\`fee_decided_at\` text,
  	\`revision\` numeric DEFAULT 1 NOT NULL,
  	\`unsettled\` integer DEFAULT true NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`registration_id\`) REFERENCES \`registrations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`recorded_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`fee_decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`attendance_key_idx\` ON \`attendance\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`attendance_registration_idx\` ON \`attendance\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`attendance_session_idx\` ON \`attendance\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`attendance_person_idx\` ON \`attendance\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`attendance_date_idx\` ON \`attendance\` (\`date\`);`)
  await db.run(sql`CREATE INDEX \`attendance_recorded_by_idx\` ON \`attendance\` (\`recorded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`attendance_fee_state_idx\` ON \`attendance\` (\`fee_state\`);`)
  await db.run(sql`CREATE INDEX \`attendance_fee_decided_by_idx\` ON \`attendance\` (\`fee_decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`attendance_unsettled_idx\` ON \`attendance\` (\`unsettled\`);`)
  await db.run(sql`CREATE INDEX \`attendance_updated_at_idx\` ON \`attendance\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`attendance_created_at_idx\` ON \`attendance\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`deposits\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`registration_id\` text(36) NOT NULL,
  	\`session_id\` text(36) NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`name\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`due_cents\` numeric NOT NULL,
  	\`due_on\` text NOT NULL,
  	\`last_mail_day\` text NOT NULL,
  	\`check_number\` text,
  	\`received_cents\` numeric,
  	\`received_on\` text,
  	\`deposited_cents\` numeric,
  	\`closed_on\` text,
  	\`reason\` text,
  	\`decided_by_id\` text(36),
  	\`revision\` numeric DEFAULT 1 NOT NULL,
  	\`unsettled\` integer DEFAULT true NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`registration_id\`) REFERENCES \`registrations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`deposits_key_idx\` ON \`deposits\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`deposits_registration_idx\` ON \`deposits\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`deposits_session_idx\` ON \`deposits\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`deposits_person_idx\` ON \`deposits\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`deposits_state_idx\` ON \`deposits\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`deposits_due_on_idx\` ON \`deposits\` (\`due_on\`);`)
  await db.run(sql`CREATE INDEX \`deposits_decided_by_idx\` ON \`deposits\` (\`decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`deposits_unsettled_idx\` ON \`deposits\` (\`unsettled\`);`)
  await db.run(sql`CREATE INDEX \`deposits_updated_at_idx\` ON \`deposits\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`deposits_created_at_idx\` ON \`deposits\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`people\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`phone\` text,
  	\`organization_id\` text(36),
  	\`employer\` text,
  	\`job_title\` text,
  	\`media_release_given\` integer DEFAULT false NOT NULL,
  	\`media_release_changed_at\` text,
  	\`mailing_list_given\` integer DEFAULT false NOT NULL,
  	\`mailing_list_changed_at\` text,
  	\`link_version\` numeric DEFAULT 1 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`people_email_idx\` ON \`people\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`people_organization_idx\` ON \`people\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`people_updated_at_idx\` ON \`people\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`people_created_at_idx\` ON \`people\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`messages\` (
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
  await db.run(sql`CREATE TABLE \`files\` (
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
  await db.run(sql`CREATE INDEX \`files_person_idx\` ON \`files\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`files_registration_idx\` ON \`files\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`files_updated_at_idx\` ON \`files\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`files_created_at_idx\` ON \`files\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`files_filename_idx\` ON \`files\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`events\` (
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
  await db.run(sql`CREATE UNIQUE INDEX \`events_key_idx\` ON \`events\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`events_at_idx\` ON \`events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`events_kind_idx\` ON \`events\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`events_user_idx\` ON \`events\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`events_registration_idx\` ON \`events\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`events_session_idx\` ON \`events\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`events_unsettled_idx\` ON \`events\` (\`unsettled\`);`)
  await db.run(sql`CREATE INDEX \`events_updated_at_idx\` ON \`events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`events_created_at_idx\` ON \`events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`charges\` (
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
  await db.run(sql`CREATE TABLE \`invoices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`payer_key\` text NOT NULL,
  	\`payer_kind\` text NOT NULL,
  	\`organization_id\` text(36),
  	\`person_id\` text(36),
  	\`payer_name\` text NOT NULL,
  	\`payer_email\` text,
  	\`payer_address\` text,
  	\`period\` text NOT NULL,
  	\`issued_on\` text NOT NULL,
  	\`due_on\` text NOT NULL,
  	\`terms_days\` numeric NOT NULL,
  	\`purchase_order\` text,
  	\`lines\` text NOT NULL,
  	\`total_cents\` numeric NOT NULL,
  	\`paid_cents\` numeric DEFAULT 0 NOT NULL,
  	\`payments\` text DEFAULT '[]' NOT NULL,
  	\`link_version\` numeric DEFAULT 1 NOT NULL,
  	\`revision\` numeric DEFAULT 1 NOT NULL,
  	\`unsettled\` integer DEFAULT true NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`invoices_number_idx\` ON \`invoices\` (\`number\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`invoices_key_idx\` ON \`invoices\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`invoices_state_idx\` ON \`invoices\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`invoices_payer_key_idx\` ON \`invoices\` (\`payer_key\`);`)
  await db.run(sql`CREATE INDEX \`invoices_organization_idx\` ON \`invoices\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`invoices_person_idx\` ON \`invoices\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`invoices_period_idx\` ON \`invoices\` (\`period\`);`)
  await db.run(sql`CREATE INDEX \`invoices_due_on_idx\` ON \`invoices\` (\`due_on\`);`)
  await db.run(sql`CREATE INDEX \`invoices_unsettled_idx\` ON \`invoices\` (\`unsettled\`);`)
  await db.run(sql`CREATE INDEX \`invoices_updated_at_idx\` ON \`invoices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`invoices_created_at_idx\` ON \`invoices\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`integrations_scopes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`integrations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`integrations_scopes_order_idx\` ON \`integrations_scopes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`integrations_scopes_parent_idx\` ON \`integrations_scopes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`integrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`enable_a_p_i_key\` integer,
  	\`api_key\` text,
  	\`api_key_index\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`integrations_updated_at_idx\` ON \`integrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`integrations_created_at_idx\` ON \`integrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`webhooks_topics\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_topics_order_idx\` ON \`webhooks_topics\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_topics_parent_idx\` ON \`webhooks_topics\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`webhooks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`url\` text NOT NULL,
  	\`is_active\` integer DEFAULT true,
  	\`secret\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_updated_at_idx\` ON \`webhooks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_created_at_idx\` ON \`webhooks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`deliveries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`webhook_id\` text(36) NOT NULL,
  	\`event_id\` text(36) NOT NULL,
  	\`topic\` text NOT NULL,
  	\`body\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`next_attempt_at\` text,
  	\`answer\` text,
  	\`delivered_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`webhook_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`event_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`deliveries_key_idx\` ON \`deliveries\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_webhook_idx\` ON \`deliveries\` (\`webhook_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_event_idx\` ON \`deliveries\` (\`event_id\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_state_idx\` ON \`deliveries\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_next_attempt_at_idx\` ON \`deliveries\` (\`next_attempt_at\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_updated_at_idx\` ON \`deliveries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`deliveries_created_at_idx\` ON \`deliveries\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`sessions_days\` ADD \`canceled\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`_sessions_v_version_days\` ADD \`canceled\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`offer_hours\` numeric DEFAULT 8;`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`office_opens\` text DEFAULT '08:00';`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`office_closes\` text DEFAULT '16:00';`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`order_days\` numeric DEFAULT 10;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_offer_hours\` numeric DEFAULT 8;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_office_opens\` text DEFAULT '08:00';`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_office_closes\` text DEFAULT '16:00';`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_order_days\` numeric DEFAULT 10;`)
  await db.run(sql`ALTER TABLE \`contacts\` ADD \`address\` text;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` ADD \`version_address\` text;`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`billing_email\` text;`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`billing_address\` text;`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`billing_terms_days\` numeric DEFAULT 35;`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`billing_purchase_order\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`templates_id\` text(36) REFERENCES templates(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`integrations_id\` text(36) REFERENCES integrations(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`webhooks_id\` text(36) REFERENCES webhooks(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_templates_id_idx\` ON \`payload_locked_documents_rels\` (\`templates_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_integrations_id_idx\` ON \`payload_locked_documents_rels\` (\`integrations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_webhooks_id_idx\` ON \`payload_locked_documents_rels\` (\`webhooks_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_preferences_rels\` ADD \`integrations_id\` text(36) REFERENCES integrations(id);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_integrations_id_idx\` ON \`payload_preferences_rels\` (\`integrations_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`templates\`;`)
  await db.run(sql`DROP TABLE \`templates_locales\`;`)
  await db.run(sql`DROP TABLE \`_templates_v\`;`)
  await db.run(sql`DROP TABLE \`_templates_v_locales\`;`)
  await db.run(sql`DROP TABLE \`registrations\`;`)
  await db.run(sql`DROP TABLE \`attendance\`;`)
  await db.run(sql`DROP TABLE \`deposits\`;`)
  await db.run(sql`DROP TABLE \`people\`;`)
  await db.run(sql`DROP TABLE \`messages\`;`)
  await db.run(sql`DROP TABLE \`files\`;`)
  await db.run(sql`DROP TABLE \`events\`;`)
  await db.run(sql`DROP TABLE \`charges\`;`)
  await db.run(sql`DROP TABLE \`invoices\`;`)
  await db.run(sql`DROP TABLE \`integrations_scopes\`;`)
  await db.run(sql`DROP TABLE \`integrations\`;`)
  await db.run(sql`DROP TABLE \`webhooks_topics\`;`)
  await db.run(sql`DROP TABLE \`webhooks\`;`)
  await db.run(sql`DROP TABLE \`deliveries\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`courses_id\` text(36),
  	\`sessions_id\` text(36),
  	\`circles_id\` text(36),
  	\`strategies_id\` text(36),
  	\`recommendations_id\` text(36),
  	\`collaboratives_id\` text(36),
  	\`credentials_id\` text(36),
  	\`pages_id\` text(36),
  	\`policies_id\` text(36),
  	\`contacts_id\` text(36),
  	\`notices_id\` text(36),
  	\`media_id\` text(36),
  	\`organizations_id\` text(36),
  	\`holidays_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`courses_id\`) REFERENCES \`courses\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sessions_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`circles_id\`) REFERENCES \`circles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`strategies_id\`) REFERENCES \`strategies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`recommendations_id\`) REFERENCES \`recommendations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`collaboratives_id\`) REFERENCES \`collaboratives\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`credentials_id\`) REFERENCES \`credentials\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`pages_id\`) REFERENCES \`pages\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`policies_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`contacts_id\`) REFERENCES \`contacts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organizations_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`holidays_id\`) REFERENCES \`holidays\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "courses_id", "sessions_id", "circles_id", "strategies_id", "recommendations_id", "collaboratives_id", "credentials_id", "pages_id", "policies_id", "contacts_id", "notices_id", "media_id", "organizations_id", "holidays_id", "users_id") SELECT "id", "order", "parent_id", "path", "courses_id", "sessions_id", "circles_id", "strategies_id", "recommendations_id", "collaboratives_id", "credentials_id", "pages_id", "policies_id", "contacts_id", "notices_id", "media_id", "organizations_id", "holidays_id", "users_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_courses_id_idx\` ON \`payload_locked_documents_rels\` (\`courses_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sessions_id_idx\` ON \`payload_locked_documents_rels\` (\`sessions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_circles_id_idx\` ON \`payload_locked_documents_rels\` (\`circles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_strategies_id_idx\` ON \`payload_locked_documents_rels\` (\`strategies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_recommendations_id_idx\` ON \`payload_locked_documents_rels\` (\`recommendations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_collaboratives_id_idx\` ON \`payload_locked_documents_rels\` (\`collaboratives_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_credentials_id_idx\` ON \`payload_locked_documents_rels\` (\`credentials_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_pages_id_idx\` ON \`payload_locked_documents_rels\` (\`pages_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_policies_id_idx\` ON \`payload_locked_documents_rels\` (\`policies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_contacts_id_idx\` ON \`payload_locked_documents_rels\` (\`contacts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organizations_id_idx\` ON \`payload_locked_documents_rels\` (\`organizations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_holidays_id_idx\` ON \`payload_locked_documents_rels\` (\`holidays_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_preferences_rels\`("id", "order", "parent_id", "path", "users_id") SELECT "id", "order", "parent_id", "path", "users_id" FROM \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_preferences_rels\` RENAME TO \`payload_preferences_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`ALTER TABLE \`sessions_days\` DROP COLUMN \`canceled\`;`)
  await db.run(sql`ALTER TABLE \`_sessions_v_version_days\` DROP COLUMN \`canceled\`;`)
  await db.run(sql`ALTER TABLE \`policies\` DROP COLUMN \`offer_hours\`;`)
  await db.run(sql`ALTER TABLE \`policies\` DROP COLUMN \`office_opens\`;`)
  await db.run(sql`ALTER TABLE \`policies\` DROP COLUMN \`office_closes\`;`)
  await db.run(sql`ALTER TABLE \`policies\` DROP COLUMN \`order_days\`;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` DROP COLUMN \`version_offer_hours\`;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` DROP COLUMN \`version_office_opens\`;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` DROP COLUMN \`version_office_closes\`;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` DROP COLUMN \`version_order_days\`;`)
  await db.run(sql`ALTER TABLE \`contacts\` DROP COLUMN \`address\`;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` DROP COLUMN \`version_address\`;`)
  await db.run(sql`ALTER TABLE \`organizations\` DROP COLUMN \`billing_email\`;`)
  await db.run(sql`ALTER TABLE \`organizations\` DROP COLUMN \`billing_address\`;`)
  await db.run(sql`ALTER TABLE \`organizations\` DROP COLUMN \`billing_terms_days\`;`)
  await db.run(sql`ALTER TABLE \`organizations\` DROP COLUMN \`billing_purchase_order\`;`)
}
