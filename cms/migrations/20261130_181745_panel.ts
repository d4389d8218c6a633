import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`downloads\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`downloads_updated_at_idx\` ON \`downloads\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`downloads_created_at_idx\` ON \`downloads\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`downloads_deleted_at_idx\` ON \`downloads\` (\`deleted_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`downloads_filename_idx\` ON \`downloads\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`home_doors\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`path\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`home\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`home_doors_order_idx\` ON \`home_doors\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`home_doors_parent_id_idx\` ON \`home_doors\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`home_doors_locales\` (
  	\`title\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`home_doors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`home_doors_locales_locale_parent_id_unique\` ON \`home_doors_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`home_menu\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`path\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`home\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`home_menu_order_idx\` ON \`home_menu\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`home_menu_parent_id_idx\` ON \`home_menu\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`home_menu_locales\` (
  	\`title\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`home_menu\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`home_menu_locales_locale_parent_id_unique\` ON \`home_menu_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`home\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`home__status_idx\` ON \`home\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`home_locales\` (
  	\`title\` text,
  	\`lead\` text,
  	\`doors_title\` text,
  	\`doors_lead\` text,
  	\`footer\` text,
  	\`strategies_title\` text,
  	\`strategies_lead\` text,
  	\`strategies_source\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`home\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`home_locales_locale_parent_id_unique\` ON \`home_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_home_v_version_doors\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`path\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_home_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_home_v_version_doors_order_idx\` ON \`_home_v_version_doors\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_home_v_version_doors_parent_id_idx\` ON \`_home_v_version_doors\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_home_v_version_doors_locales\` (
  	\`title\` text,
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_home_v_version_doors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_home_v_version_doors_locales_locale_parent_id_unique\` ON \`_home_v_version_doors_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_home_v_version_menu\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`path\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_home_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_home_v_version_menu_order_idx\` ON \`_home_v_version_menu\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_home_v_version_menu_parent_id_idx\` ON \`_home_v_version_menu\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_home_v_version_menu_locales\` (
  	\`title\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_home_v_version_menu\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_home_v_version_menu_locales_locale_parent_id_unique\` ON \`_home_v_version_menu_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_home_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`version__status\` text DEFAULT 'draft',
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer
  );
  `)
  await db.run(sql`CREATE INDEX \`_home_v_version_version__status_idx\` ON \`_home_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_home_v_created_at_idx\` ON \`_home_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_home_v_updated_at_idx\` ON \`_home_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_home_v_snapshot_idx\` ON \`_home_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_home_v_published_locale_idx\` ON \`_home_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_home_v_latest_idx\` ON \`_home_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_home_v_autosave_idx\` ON \`_home_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_home_v_locales\` (
  	\`version_title\` text,
  	\`version_lead\` text,
  	\`version_doors_title\` text,
  	\`version_doors_lead\` text,
  	\`version_footer\` text,
  	\`version_strategies_title\` text,
  	\`version_strategies_lead\` text,
  	\`version_strategies_source\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_home_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_home_v_locales_locale_parent_id_unique\` ON \`_home_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`ALTER TABLE \`courses\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_courses_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`sessions\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_sessions_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`circles\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_circles_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`strategies\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_strategies_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`recommendations\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_recommendations_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`collaboratives\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`credentials\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`is_in_footer\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`order\` numeric DEFAULT 100;`)
  await db.run(sql`ALTER TABLE \`pages\` ADD \`saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`pages_order_idx\` ON \`pages\` (\`order\`);`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_is_in_footer\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_order\` numeric DEFAULT 100;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`_pages_v_version_version_order_idx\` ON \`_pages_v\` (\`version_order\`);`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`contacts\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`templates\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_templates_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`deleted_at\` text;`)
  await db.run(sql`CREATE INDEX \`media_deleted_at_idx\` ON \`media\` (\`deleted_at\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`downloads_id\` text(36) REFERENCES downloads(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_downloads_id_idx\` ON \`payload_locked_documents_rels\` (\`downloads_id\`);`)
  await db.run(sql`ALTER TABLE \`agency\` ADD \`short_name\` text;`)
  await db.run(sql`ALTER TABLE \`agency\` ADD \`tagline\` text;`)
  await db.run(sql`ALTER TABLE \`agency\` ADD \`logo_id\` text(36) REFERENCES media(id);`)
  await db.run(sql`ALTER TABLE \`agency\` ADD \`icon_id\` text(36) REFERENCES media(id);`)
  await db.run(sql`ALTER TABLE \`agency\` ADD \`share_id\` text(36) REFERENCES media(id);`)
  await db.run(sql`ALTER TABLE \`agency\` ADD \`brand\` text;`)
  await db.run(sql`CREATE INDEX \`agency_logo_idx\` ON \`agency\` (\`logo_id\`);`)
  await db.run(sql`CREATE INDEX \`agency_icon_idx\` ON \`agency\` (\`icon_id\`);`)
  await db.run(sql`CREATE INDEX \`agency_share_idx\` ON \`agency\` (\`share_id\`);`)
  await db.run(sql`ALTER TABLE \`_agency_v\` ADD \`version_short_name\` text;`)
  await db.run(sql`ALTER TABLE \`_agency_v\` ADD \`version_tagline\` text;`)
  await db.run(sql`ALTER TABLE \`_agency_v\` ADD \`version_logo_id\` text(36) REFERENCES media(id);`)
  await db.run(sql`ALTER TABLE \`_agency_v\` ADD \`version_icon_id\` text(36) REFERENCES media(id);`)
  await db.run(sql`ALTER TABLE \`_agency_v\` ADD \`version_share_id\` text(36) REFERENCES media(id);`)
  await db.run(sql`ALTER TABLE \`_agency_v\` ADD \`version_brand\` text;`)
  await db.run(sql`CREATE INDEX \`_agency_v_version_version_logo_idx\` ON \`_agency_v\` (\`version_logo_id\`);`)
  await db.run(sql`CREATE INDEX \`_agency_v_version_version_icon_idx\` ON \`_agency_v\` (\`version_icon_id\`);`)
  await db.run(sql`CREATE INDEX \`_agency_v_version_version_share_idx\` ON \`_agency_v\` (\`version_share_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`downloads\`;`)
  await db.run(sql`DROP TABLE \`home_doors\`;`)
  await db.run(sql`DROP TABLE \`home_doors_locales\`;`)
  await db.run(sql`DROP TABLE \`home_menu\`;`)
  await db.run(sql`DROP TABLE \`home_menu_locales\`;`)
  await db.run(sql`DROP TABLE \`home\`;`)
  await db.run(sql`DROP TABLE \`home_locales\`;`)
  await db.run(sql`DROP TABLE \`_home_v_version_doors\`;`)
  await db.run(sql`DROP TABLE \`_home_v_version_doors_locales\`;`)
  await db.run(sql`DROP TABLE \`_home_v_version_menu\`;`)
  await db.run(sql`DROP TABLE \`_home_v_version_menu_locales\`;`)
  await db.run(sql`DROP TABLE \`_home_v\`;`)
  await db.run(sql`DROP TABLE \`_home_v_locales\`;`)
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
  	\`templates_id\` text(36),
  	\`media_id\` text(36),
  	\`organizations_id\` text(36),
  	\`holidays_id\` text(36),
  	\`users_id\` text(36),
  	\`integrations_id\` text(36),
  	\`webhooks_id\` text(36),
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
  	FOREIGN KEY (\`templates_id\`) REFERENCES \`templates\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`organizations_id\`) REFERENCES \`organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`holidays_id\`) REFERENCES \`holidays\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`integrations_id\`) REFERENCES \`integrations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`webhooks_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "courses_id", "sessions_id", "circles_id", "strategies_id", "recommendations_id", "collaboratives_id", "credentials_id", "pages_id", "policies_id", "contacts_id", "notices_id", "templates_id", "media_id", "organizations_id", "holidays_id", "users_id", "integrations_id", "webhooks_id") SELECT "id", "order", "parent_id", "path", "courses_id", "sessions_id", "circles_id", "strategies_id", "recommendations_id", "collaboratives_id", "credentials_id", "pages_id", "policies_id", "contacts_id", "notices_id", "templates_id", "media_id", "organizations_id", "holidays_id", "users_id", "integrations_id", "webhooks_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_templates_id_idx\` ON \`payload_locked_documents_rels\` (\`templates_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_organizations_id_idx\` ON \`payload_locked_documents_rels\` (\`organizations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_holidays_id_idx\` ON \`payload_locked_documents_rels\` (\`holidays_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_integrations_id_idx\` ON \`payload_locked_documents_rels\` (\`integrations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_webhooks_id_idx\` ON \`payload_locked_documents_rels\` (\`webhooks_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_agency\` (
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
  await db.run(sql`INSERT INTO \`__new_agency\`("id", "name", "address", "tax_id", "prints_units", "updated_at", "created_at") SELECT "id", "name", "address", "tax_id", "prints_units", "updated_at", "created_at" FROM \`agency\`;`)
  await db.run(sql`DROP TABLE \`agency\`;`)
  await db.run(sql`ALTER TABLE \`__new_agency\` RENAME TO \`agency\`;`)
  await db.run(sql`CREATE TABLE \`__new__agency_v\` (
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
  await db.run(sql`INSERT INTO \`__new__agency_v\`("id", "version_name", "version_address", "version_tax_id", "version_prints_units", "version_updated_at", "version_created_at", "created_at", "updated_at") SELECT "id", "version_name", "version_address", "version_tax_id", "version_prints_units", "version_updated_at", "version_created_at", "created_at", "updated_at" FROM \`_agency_v\`;`)
  await db.run(sql`DROP TABLE \`_agency_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__agency_v\` RENAME TO \`_agency_v\`;`)
  await db.run(sql`CREATE INDEX \`_agency_v_created_at_idx\` ON \`_agency_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_agency_v_updated_at_idx\` ON \`_agency_v\` (\`updated_at\`);`)
  await db.run(sql`DROP INDEX \`pages_order_idx\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`is_in_footer\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`order\`;`)
  await db.run(sql`ALTER TABLE \`pages\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`DROP INDEX \`_pages_v_version_version_order_idx\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_is_in_footer\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_order\`;`)
  await db.run(sql`ALTER TABLE \`_pages_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`DROP INDEX \`media_deleted_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`deleted_at\`;`)
  await db.run(sql`ALTER TABLE \`courses\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_courses_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`sessions\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_sessions_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`circles\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_circles_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`strategies\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_strategies_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`recommendations\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_recommendations_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`collaboratives\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_collaboratives_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`credentials\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_credentials_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`policies\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`contacts\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_contacts_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`templates\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_templates_v\` DROP COLUMN \`version_saved_by\`;`)
}
