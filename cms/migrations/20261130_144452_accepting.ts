import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`answer_by\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`handed_on\` text;`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`shares_seat_of_id\` text(36) REFERENCES registrations(id);`)
  await db.run(sql`CREATE INDEX \`registrations_answer_by_idx\` ON \`registrations\` (\`answer_by\`);`)
  await db.run(sql`CREATE INDEX \`registrations_shares_seat_of_idx\` ON \`registrations\` (\`shares_seat_of_id\`);`)
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
  	\`wait_key\` text,
  	\`former_seat_key\` text,
  	\`active_key\` text,
  	\`attempt\` text,
  	\`attempt_hash\` text,
  	\`wait_order\` numeric NOT NULL,
  	\`participation\` text NOT NULL,
  	\`organization_id\` text(36),
  	\`employer\` text,
  	\`job_title\` text,
  	\`host_id\` text(36),
  	\`sponsor_organization_id\` text(36),
  	\`sponsor_name\` text,
  	\`sponsor_email\` text,
  	\`sponsor_address\` text,
  	\`letter_id\` text(36),
  	\`permission_state\` text,
  	\`permission_at\` text,
  	\`permission_reason\` text,
  	\`permission_decided_by_id\` text(36),
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
  	\`payer_refused_by\` text,
  	\`payer_refused_reason\` text,
  	\`agreed\` text NOT NULL,
  	\`acceptance\` text,
  	\`accepted_at\` text,
  	\`asked\` text,
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
  	\`mailbox\` text,
  	\`came_from\` text,
  	\`came_at\` text,
  	\`tells_of_end\` text,
  	\`note\` text,
  	\`source\` text DEFAULT 'web' NOT NULL,
  	\`moved_from\` text,
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
  	FOREIGN KEY (\`sponsor_organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`letter_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`permission_decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`payer_organization_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`gate_decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_registrations\`("id", "title", "session_id", "person_id", "name", "email", "application_id", "status", "seat_key", "wait_key", "former_seat_key", "active_key", "attempt", "attempt_hash", "wait_order", "participation", "organization_id", "employer", "job_title", "host_id", "sponsor_organization_id", "sponsor_name", "sponsor_email", "sponsor_address", "letter_id", "permission_state", "permission_at", "permission_reason", "permission_decided_by_id", "order_state", "order_number", "order_due_at", "needs", "payer_kind", "payer_organization_id", "payer_name", "payer_email", "payer_address", "payer_reason", "payer_refused_by", "payer_refused_reason", "agreed", "acceptance", "accepted_at", "asked", "gate", "gate_statement", "gate_reason", "gate_decided_by_id", "gate_decided_at", "offer_until", "canceled_at", "canceled_by", "canceled_from", "cancel_reason", "formerly", "media_release", "mailing_list", "mailbox", "came_from", "came_at", "tells_of_end", "note", "source", "moved_from", "notified_days", "revision", "link_version", "late_days", "updated_at", "created_at") SELECT "id", "title", "session_id", "person_id", "name", "email", "application_id", "status", "seat_key", "wait_key", "former_seat_key", "active_key", "attempt", "attempt_hash", "wait_order", "participation", "organization_id", "employer", "job_title", "host_id", "sponsor_organization_id", "sponsor_name", "sponsor_email", "sponsor_address", "letter_id", "permission_state", "permission_at", "permission_reason", "permission_decided_by_id", "order_state", "order_number", "order_due_at", "needs", "payer_kind", "payer_organization_id", "payer_name", "payer_email", "payer_address", "payer_reason", "payer_refused_by", "payer_refused_reason", "agreed", "acceptance", "accepted_at", "asked", "gate", "gate_statement", "gate_reason", "gate_decided_by_id", "gate_decided_at", "offer_until", "canceled_at", "canceled_by", "canceled_from", "cancel_reason", "formerly", "media_release", "mailing_list", "mailbox", "came_from", "came_at", "tells_of_end", "note", "source", "moved_from", "notified_days", "revision", "link_version", "late_days", "updated_at", "created_at" FROM \`registrations\`;`)
  await db.run(sql`DROP TABLE \`registrations\`;`)
  await db.run(sql`ALTER TABLE \`__new_registrations\` RENAME TO \`registrations\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`registrations_session_idx\` ON \`registrations\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_person_idx\` ON \`registrations\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_email_idx\` ON \`registrations\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`registrations_application_idx\` ON \`registrations\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_status_idx\` ON \`registrations\` (\`status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`registrations_seat_key_idx\` ON \`registrations\` (\`seat_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`registrations_wait_key_idx\` ON \`registrations\` (\`wait_key\`);`)
  await db.run(sql`CREATE INDEX \`registrations_former_seat_key_idx\` ON \`registrations\` (\`former_seat_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`registrations_active_key_idx\` ON \`registrations\` (\`active_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`registrations_attempt_idx\` ON \`registrations\` (\`attempt\`);`)
  await db.run(sql`CREATE INDEX \`registrations_wait_order_idx\` ON \`registrations\` (\`wait_order\`);`)
  await db.run(sql`CREATE INDEX \`registrations_organization_idx\` ON \`registrations\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_host_idx\` ON \`registrations\` (\`host_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_sponsor_sponsor_organization_idx\` ON \`registrations\` (\`sponsor_organization_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_letter_idx\` ON \`registrations\` (\`letter_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_permission_permission_state_idx\` ON \`registrations\` (\`permission_state\`);`)
  await db.run(sql`CREATE INDEX \`registrations_permission_permission_decided_by_idx\` ON \`registrations\` (\`permission_decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_order_order_number_idx\` ON \`registrations\` (\`order_number\`);`)
  await db.run(sql`CREATE INDEX \`registrations_order_order_due_at_idx\` ON \`registrations\` (\`order_due_at\`);`)
  await db.run(sql`CREATE INDEX \`registrations_payer_payer_organization_idx\` ON \`registrations\` (\`payer_organization_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_acceptance_idx\` ON \`registrations\` (\`acceptance\`);`)
  await db.run(sql`CREATE INDEX \`registrations_gate_idx\` ON \`registrations\` (\`gate\`);`)
  await db.run(sql`CREATE INDEX \`registrations_gate_decided_by_idx\` ON \`registrations\` (\`gate_decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`registrations_offer_until_idx\` ON \`registrations\` (\`offer_until\`);`)
  await db.run(sql`CREATE INDEX \`registrations_came_from_idx\` ON \`registrations\` (\`came_from\`);`)
  await db.run(sql`CREATE INDEX \`registrations_came_at_idx\` ON \`registrations\` (\`came_at\`);`)
  await db.run(sql`CREATE INDEX \`registrations_updated_at_idx\` ON \`registrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`registrations_created_at_idx\` ON \`registrations\` (\`created_at\`);`)
}
