import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`sponsor_organization_id\` text(36) REFERENCES organizations(id);`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`permission_state\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`permission_at\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`permission_reason\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`permission_decided_by_id\` text(36) REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`payer_refused_by\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`payer_refused_reason\` text;`)
  await db.run(sql`CREATE INDEX \`registrations_sponsor_sponsor_organization_idx\` ON \`registrations\` (\`sponsor_organization_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_permission_permission_state_idx\` ON \`registrations\` (\`permission_state\`);`)
  await db.run(sql`CREATE INDEX \`registrations_permission_permission_decided_by_idx\` ON \`registrations\` (\`permission_decided_by_id\`);`)
  await db.run(sql`ALTER TABLE \`deposits\` ADD \`refunded_cents\` numeric;`)
  await db.run(sql`ALTER TABLE \`deposits\` ADD \`refunded_on\` text;`)
  await db.run(sql`ALTER TABLE \`deposits\` ADD \`refund_reference\` text;`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`blanket_promise\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`blanket_until\` text;`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`inactive\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`merged_into_id\` text(36) REFERENCES organizations(id);`)
  await db.run(sql`ALTER TABLE \`organizations\` ADD \`payer_keys\` text DEFAULT '[]';`)
  await db.run(sql`CREATE INDEX \`organizations_merged_into_idx\` ON \`organizations\` (\`merged_into_id\`);`)
  await db.run(sql`ALTER TABLE \`charges\` ADD \`adjusts_id\` text(36) REFERENCES charges(id);`)
  await db.run(sql`CREATE INDEX \`charges_adjusts_idx\` ON \`charges\` (\`adjusts_id\`);`)
  // The bank took these as a whole, and no more than a part was kept: the rest is the guest's.
  await db.run(sql`UPDATE \`deposits\` SET \`state\` = 'refund-due' WHERE \`state\` = 'deposited' AND \`deposited_cents\` < \`received_cents\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_registrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`session_id\` text(36) NOT NULL,
  	\`person_id\` text(36) NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`application_id\` text(36),
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
  	\`notified_days\` text,
  	\`revision\` numeric DEFAULT 1 NOT NULL,
  	\`link_version\` numeric DEFAULT 1 NOT NULL,
  	\`late_days\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`application_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`host_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`letter_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payer_organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`gate_decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_registrations\`("id", "title", "session_id", "person_id", "name", "email", "application_id", "status", "seat_key", "active_key", "attempt", "attempt_hash", "wait_order", "participation", "organization_id", "employer", "job_title", "host_id", "sponsor_name", "sponsor_email", "sponsor_address", "letter_id", "order_state", "order_number", "order_due_at", "needs", "payer_kind", "payer_organization_id", "payer_name", "payer_email", "payer_address", "payer_reason", "agreed", "gate", "gate_statement", "gate_reason", "gate_decided_by_id", "gate_decided_at", "offer_until", "canceled_at", "canceled_by", "canceled_from", "cancel_reason", "formerly", "media_release", "mailing_list", "note", "source", "notified_days", "revision", "link_version", "late_days", "updated_at", "created_at") SELECT "id", "title", "session_id", "person_id", "name", "email", "application_id", "status", "seat_key", "active_key", "attempt", "attempt_hash", "wait_order", "participation", "organization_id", "employer", "job_title", "host_id", "sponsor_name", "sponsor_email", "sponsor_address", "letter_id", "order_state", "order_number", "order_due_at", "needs", "payer_kind", "payer_organization_id", "payer_name", "payer_email", "payer_address", "payer_reason", "agreed", "gate", "gate_statement", "gate_reason", "gate_decided_by_id", "gate_decided_at", "offer_until", "canceled_at", "canceled_by", "canceled_from", "cancel_reason", "formerly", "media_release", "mailing_list", "note", "source", "notified_days", "revision", "link_version", "late_days", "updated_at", "created_at" FROM \`registrations\`;`)
  await db.run(sql`DROP TABLE \`registrations\`;`)
  await db.run(sql`ALTER TABLE \`__new_registrations\` RENAME TO \`registrations\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`registrations_session_idx\` ON \`registrations\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_person_idx\` ON \`registrations\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_email_idx\` ON \`registrations\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`registrations_application_idx\` ON \`registrations\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_status_idx\` ON \`registrations\` (\`status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`registrations_seat_key_idx\` ON \`registrations\` (\`seat_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`registrations_active_key_idx\` ON \`registrations\` (\`active_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`registrations_attempt_idx\` ON \`registrations\` (\`attempt\`);`)
  await db.run(sql`CREATE INDEX \`registrations_wait_order_idx\` ON \`registrations\` (\`wait_order\`);`)
  await db.run(sql`CREATE INDEX \`registrations_organization_idx\` ON \`registrations\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_host_idx\` ON \`registrations\` (\`host_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_letter_idx\` ON \`registrations\` (\`letter_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_order_order_due_at_idx\` ON \`registrations\` (\`order_due_at\`);`)
  await db.run(sql`CREATE INDEX \`registrations_payer_payer_organization_idx\` ON \`registrations\` (\`payer_organization_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_gate_idx\` ON \`registrations\` (\`gate\`);`)
  await db.run(sql`CREATE INDEX \`registrations_gate_decided_by_idx\` ON \`registrations\` (\`gate_decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_offer_until_idx\` ON \`registrations\` (\`offer_until\`);`)
  await db.run(sql`CREATE INDEX \`registrations_updated_at_idx\` ON \`registrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`registrations_created_at_idx\` ON \`registrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_organizations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`member\` integer DEFAULT false,
  	\`hosting\` integer DEFAULT false,
  	\`city\` text,
  	\`state\` text,
  	\`contact_name\` text,
  	\`contact_email\` text,
  	\`contact_phone\` text,
  	\`billing_email\` text,
  	\`billing_address\` text,
  	\`billing_terms_days\` numeric DEFAULT 35,
  	\`billing_purchase_order\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_organizations\`("id", "name", "kind", "member", "hosting", "city", "state", "contact_name", "contact_email", "contact_phone", "billing_email", "billing_address", "billing_terms_days", "billing_purchase_order", "updated_at", "created_at") SELECT "id", "name", "kind", "member", "hosting", "city", "state", "contact_name", "contact_email", "contact_phone", "billing_email", "billing_address", "billing_terms_days", "billing_purchase_order", "updated_at", "created_at" FROM \`organizations\`;`)
  await db.run(sql`DROP TABLE \`organizations\`;`)
  await db.run(sql`ALTER TABLE \`__new_organizations\` RENAME TO \`organizations\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`organizations_name_idx\` ON \`organizations\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`organizations_updated_at_idx\` ON \`organizations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`organizations_created_at_idx\` ON \`organizations\` (\`created_at\`);`)
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
  	\`application_id\` text(36),
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
  	FOREIGN KEY (\`application_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`booked_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`reverses_id\`) REFERENCES \`charges\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`rebills_id\`) REFERENCES \`charges\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`invoice_id\`) REFERENCES \`invoices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_charges\`("id", "key", "title", "kind", "cents", "payer_key", "payer_kind", "organization_id", "person_id", "payer_name", "payer_email", "payer_address", "rule", "registration_id", "session_id", "application_id", "name", "course_title", "day", "purchase_order", "booked_at", "booked_on", "booked_by_id", "reverses_id", "rebills_id", "invoice_id", "updated_at", "created_at") SELECT "id", "key", "title", "kind", "cents", "payer_key", "payer_kind", "organization_id", "person_id", "payer_name", "payer_email", "payer_address", "rule", "registration_id", "session_id", "application_id", "name", "course_title", "day", "purchase_order", "booked_at", "booked_on", "booked_by_id", "reverses_id", "rebills_id", "invoice_id", "updated_at", "created_at" FROM \`charges\`;`)
  await db.run(sql`DROP TABLE \`charges\`;`)
  await db.run(sql`ALTER TABLE \`__new_charges\` RENAME TO \`charges\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`charges_key_idx\` ON \`charges\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`charges_payer_key_idx\` ON \`charges\` (\`payer_key\`);`)
  await db.run(sql`CREATE INDEX \`charges_organization_idx\` ON \`charges\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_person_idx\` ON \`charges\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_registration_idx\` ON \`charges\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_session_idx\` ON \`charges\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_application_idx\` ON \`charges\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_booked_at_idx\` ON \`charges\` (\`booked_at\`);`)
  await db.run(sql`CREATE INDEX \`charges_booked_on_idx\` ON \`charges\` (\`booked_on\`);`)
  await db.run(sql`CREATE INDEX \`charges_booked_by_idx\` ON \`charges\` (\`booked_by_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_reverses_idx\` ON \`charges\` (\`reverses_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_rebills_idx\` ON \`charges\` (\`rebills_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_invoice_idx\` ON \`charges\` (\`invoice_id\`);`)
  await db.run(sql`CREATE INDEX \`charges_updated_at_idx\` ON \`charges\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`charges_created_at_idx\` ON \`charges\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`deposits\` DROP COLUMN \`refunded_cents\`;`)
  await db.run(sql`ALTER TABLE \`deposits\` DROP COLUMN \`refunded_on\`;`)
  await db.run(sql`ALTER TABLE \`deposits\` DROP COLUMN \`refund_reference\`;`)
}
