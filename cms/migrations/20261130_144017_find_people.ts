import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`people_email_idx\`;`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`key\` text;`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`search\` text;`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`address\` text;`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`former\` text;`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`joined_into_id\` text(36) REFERENCES people(id);`)
  await db.run(sql`ALTER TABLE \`people\` ADD \`joined\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`people_key_idx\` ON \`people\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`people_search_idx\` ON \`people\` (\`search\`);`)
  await db.run(sql`CREATE INDEX \`people_joined_into_idx\` ON \`people\` (\`joined_into_id\`);`)
  await db.run(sql`CREATE INDEX \`people_email_idx\` ON \`people\` (\`email\`);`)
  await db.run(sql`ALTER TABLE \`registrations\` ADD \`moved_from\` text;`)
  await db.run(sql`CREATE INDEX \`registrations_order_order_number_idx\` ON \`registrations\` (\`order_number\`);`)
  await db.run(sql`ALTER TABLE \`events\` ADD \`person_id\` text(36) REFERENCES people(id);`)
  await db.run(sql`CREATE INDEX \`events_person_idx\` ON \`events\` (\`person_id\`);`)
  await db.run(sql`ALTER TABLE \`invoices\` ADD \`search\` text;`)
  await db.run(sql`CREATE INDEX \`invoices_search_idx\` ON \`invoices\` (\`search\`);`)
  await db.run(sql`CREATE INDEX \`deposits_check_number_idx\` ON \`deposits\` (\`check_number\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_people\` (
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
  await db.run(sql`INSERT INTO \`__new_people\`("id", "name", "email", "phone", "organization_id", "employer", "job_title", "media_release_given", "media_release_changed_at", "mailing_list_given", "mailing_list_changed_at", "link_version", "updated_at", "created_at") SELECT "id", "name", "email", "phone", "organization_id", "employer", "job_title", "media_release_given", "media_release_changed_at", "mailing_list_given", "mailing_list_changed_at", "link_version", "updated_at", "created_at" FROM \`people\`;`)
  await db.run(sql`DROP TABLE \`people\`;`)
  await db.run(sql`ALTER TABLE \`__new_people\` RENAME TO \`people\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`people_email_idx\` ON \`people\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`people_organization_idx\` ON \`people\` (\`organization_id\`);`)
  await db.run(sql`CREATE INDEX \`people_updated_at_idx\` ON \`people\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`people_created_at_idx\` ON \`people\` (\`created_at\`);`)
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
  	\`application_id\` text(36),
  	\`submission_id\` text(36),
  	\`reason\` text,
  	\`data\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`registration_id\`) REFERENCES \`registrations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`session_id\`) REFERENCES \`sessions\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`application_id\`) REFERENCES \`applications\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`submission_id\`) REFERENCES \`submissions\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_events\`("id", "key", "at", "kind", "summary", "actor", "user_id", "registration_id", "session_id", "application_id", "submission_id", "reason", "data", "updated_at", "created_at") SELECT "id", "key", "at", "kind", "summary", "actor", "user_id", "registration_id", "session_id", "application_id", "submission_id", "reason", "data", "updated_at", "created_at" FROM \`events\`;`)
  await db.run(sql`DROP TABLE \`events\`;`)
  await db.run(sql`ALTER TABLE \`__new_events\` RENAME TO \`events\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`events_key_idx\` ON \`events\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`events_at_idx\` ON \`events\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`events_kind_idx\` ON \`events\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`events_user_idx\` ON \`events\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`events_registration_idx\` ON \`events\` (\`registration_id\`);`)
  await db.run(sql`CREATE INDEX \`events_session_idx\` ON \`events\` (\`session_id\`);`)
  await db.run(sql`CREATE INDEX \`events_application_idx\` ON \`events\` (\`application_id\`);`)
  await db.run(sql`CREATE INDEX \`events_submission_idx\` ON \`events\` (\`submission_id\`);`)
  await db.run(sql`CREATE INDEX \`events_updated_at_idx\` ON \`events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`events_created_at_idx\` ON \`events\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`registrations_order_order_number_idx\`;`)
  await db.run(sql`ALTER TABLE \`registrations\` DROP COLUMN \`moved_from\`;`)
  await db.run(sql`DROP INDEX \`deposits_check_number_idx\`;`)
  await db.run(sql`DROP INDEX \`invoices_search_idx\`;`)
  await db.run(sql`ALTER TABLE \`invoices\` DROP COLUMN \`search\`;`)
}
