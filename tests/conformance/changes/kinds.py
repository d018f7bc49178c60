"""Kinds of single change to the database of base.prisma, by SQL, and the findings that each calls for: a severity, a rule, and what
it is about ("public." left out). Where a change concerns what a Prisma schema has no words for, it calls for none."""

KINDS = {
    # Tables
    "table dropped": [
        ('DROP TABLE call_records', ["error missing-table call_records"]),
        ('DROP TABLE "Tag" CASCADE', ["error missing-table Tag"]),
    ],
    "join table dropped": [('DROP TABLE "_CompanyToTag"', ["error missing-table _CompanyToTag"])],
    "table added": [("CREATE TABLE extra (id integer PRIMARY KEY, name text)", ["info extra-table extra"])],
    "table added, of one column": [("CREATE TABLE ping (at date)", ["info extra-table ping"])],
    "table renamed": [
        ("ALTER TABLE call_records RENAME TO calls", ["error wrong-table-map call_records is calls"]),
        ('ALTER TABLE channels RENAME TO "Channel"', ["error wrong-table-map channels is Channel"]),
    ],
    "table without a map renamed": [('ALTER TABLE audit."Note" RENAME TO notes', ["error wrong-table-map audit.Note is audit.notes"])],
    "table moved to another schema": [
        ("ALTER TABLE call_records SET SCHEMA audit", ["error wrong-table-schema call_records is audit.call_records"]),
        ('ALTER TABLE audit."Note" SET SCHEMA public', ["error wrong-table-schema audit.Note is Note"]),
    ],
    "table replaced by a view": [
        ("CREATE SCHEMA hidden; ALTER TABLE call_records SET SCHEMA hidden; CREATE VIEW call_records AS SELECT * FROM hidden.call_records", []),
    ],
    "table made unlogged": [("ALTER TABLE call_records SET UNLOGGED", [])],
    "table commented": [("COMMENT ON TABLE channels IS 'where calls come in'", [])],
    "row security enabled": [("ALTER TABLE channels ENABLE ROW LEVEL SECURITY", [])],
    "view dropped": [("DROP VIEW known_codes", ["error missing-view known_codes"])],
    "view added": [("CREATE VIEW quiet AS SELECT id FROM channels WHERE NOT active", ["info extra-view quiet"])],
    "view without a column": [
        ("DROP VIEW known_codes; CREATE VIEW known_codes AS SELECT id FROM companies", ["error missing-column known_codes.code"]),
    ],
    "view with another column": [
        ("CREATE OR REPLACE VIEW known_codes AS SELECT id, code, country FROM companies", ["info extra-column known_codes.country"]),
    ],
    "view made materialised": [
        ("DROP VIEW known_codes; CREATE MATERIALIZED VIEW known_codes AS SELECT id, code FROM companies", []),
    ],
    "extension dropped": [("DROP EXTENSION pg_trgm", ["error missing-extension pg_trgm"])],
    "extension added": [("CREATE EXTENSION unaccent", [])],
    "schema dropped": [
        ("DROP SCHEMA audit CASCADE", ["error missing-schema audit", "error missing-table audit.Note", "error missing-enum audit.Mood"]),
    ],
    "schema added": [("CREATE SCHEMA backstage", [])],
    "schema renamed": [
        ("ALTER SCHEMA audit RENAME TO log",
         ["error missing-schema audit", "error wrong-enum-map audit.Mood is log.Mood", "error wrong-table-schema audit.Note is log.Note"]),
    ],

    # Columns
    "column dropped": [
        ("ALTER TABLE channels DROP COLUMN port", ["error missing-column channels.port"]),
        ("ALTER TABLE companies DROP COLUMN created", ["error missing-column companies.created"]),
    ],
    "indexed column dropped": [
        ("ALTER TABLE channels DROP COLUMN kind", ["error missing-column channels.kind"]),
    ],
    "column of a foreign key dropped": [
        ("ALTER TABLE call_records DROP COLUMN channel_id", ["error missing-column call_records.channel_id"]),
    ],
    "ignored column dropped": [("ALTER TABLE channels DROP COLUMN legacy", ["info missing-column channels.legacy"])],
    "column added, nullable": [("ALTER TABLE channels ADD COLUMN extra text", ["info extra-column channels.extra"])],
    "column added, with a default": [
        ("ALTER TABLE channels ADD COLUMN extra integer NOT NULL DEFAULT 0", ["info extra-column channels.extra"]),
    ],
    "column added, generated": [
        ("ALTER TABLE channels ADD COLUMN twice integer NOT NULL GENERATED ALWAYS AS (port * 2) STORED", ["info extra-column channels.twice"]),
    ],
    "column added, an identity": [
        ("ALTER TABLE channels ADD COLUMN turn integer GENERATED ALWAYS AS IDENTITY", ["info extra-column channels.turn"]),
    ],
    "column added, required": [
        ("ALTER TABLE channels ADD COLUMN extra integer NOT NULL", ["error extra-column channels.extra"]),
    ],
    "column renamed": [
        ("ALTER TABLE channels RENAME COLUMN port TO door", ["error wrong-column-map channels.port is door"]),
        ("ALTER TABLE call_records RENAME COLUMN channel_id TO channel", ["error wrong-column-map call_records.channel_id is channel"]),
        ('ALTER TABLE channels RENAME COLUMN company_id TO "companyId"', ["error wrong-column-map channels.company_id is companyId"]),
    ],
    "column re-cased": [("ALTER TABLE call_records RENAME COLUMN state TO \"State\"", ["error wrong-column-map call_records.state is State"])],
    "type narrowed": [
        ("ALTER TABLE call_records ALTER COLUMN size TYPE integer", ["error column-type call_records.size"]),
        ("ALTER TABLE channels ALTER COLUMN label TYPE varchar(20)", ["error column-type channels.label"]),
        ("ALTER TABLE companies ALTER COLUMN name TYPE varchar(80)", ["error column-type companies.name"]),
        ("ALTER TABLE companies ALTER COLUMN rating TYPE numeric(6,2)", ["error column-type companies.rating"]),
        ("ALTER TABLE channels ALTER COLUMN port TYPE smallint", ["error column-type channels.port"]),
    ],
    "type widened": [
        ("ALTER TABLE channels ALTER COLUMN label TYPE text", ["warning column-type channels.label"]),
        ("ALTER TABLE channels ALTER COLUMN port TYPE bigint", ["warning column-type channels.port"]),
        ("ALTER TABLE companies ALTER COLUMN rating TYPE numeric(10,2)", ["warning column-type companies.rating"]),
    ],
    "type of less precision": [
        ("ALTER TABLE companies ALTER COLUMN created TYPE timestamp(0)", ["warning column-type companies.created"]),
        ("ALTER TABLE call_records ALTER COLUMN cost TYPE real", ["error column-type call_records.cost"]),
    ],
    "type without its zone": [
        ("ALTER TABLE channels ALTER COLUMN seen TYPE timestamp(3)", ["warning column-type channels.seen"]),
    ],
    "type text for a number": [
        ("ALTER TABLE call_records ALTER COLUMN cost TYPE text", ["error column-type call_records.cost"]),
    ],
    "type text for an enum": [
        ("ALTER TABLE channels ALTER COLUMN kind TYPE text", ["error column-type channels.kind"]),
    ],
    "type of a key": [("ALTER TABLE call_records ALTER COLUMN number TYPE bigint", ["warning column-type call_records.number"])],
    "type json for jsonb": [
        ("ALTER TABLE channels DROP COLUMN settings, ADD COLUMN settings json NOT NULL DEFAULT '{}'; "
         "CREATE INDEX channels_settings_idx ON channels USING gin ((settings::jsonb))",
         ["warning column-type channels.settings", "warning index-definition channels.channels_settings_idx"]),
    ],
    "list made a scalar": [
        ("ALTER TABLE channels ALTER COLUMN marks DROP DEFAULT, ALTER COLUMN marks TYPE text USING marks[1]",
         ["error column-type channels.marks", "warning column-default channels.marks"]),
    ],
    "scalar made a list": [
        ("ALTER TABLE call_records ALTER COLUMN state TYPE text[] USING ARRAY[state]", ["error column-type call_records.state"]),
    ],
    "domain over the same type": [
        ("CREATE DOMAIN cents AS double precision; ALTER TABLE call_records ALTER COLUMN cost TYPE cents", ["warning column-type call_records.cost"]),
    ],
    "collation changed": [('ALTER TABLE companies ALTER COLUMN name TYPE text COLLATE "C"', [])],
    "required made nullable": [
        ("ALTER TABLE channels ALTER COLUMN port DROP NOT NULL", ["warning column-nullability channels.port"]),
    ],
    "optional made NOT NULL": [
        ("ALTER TABLE channels ALTER COLUMN seen SET NOT NULL", ["error column-nullability channels.seen"]),
    ],
    "list made NOT NULL": [("ALTER TABLE channels ALTER COLUMN marks SET NOT NULL", [])],
    "constant default lost": [
        ("ALTER TABLE channels ALTER COLUMN weight DROP DEFAULT", ["warning column-default channels.weight"]),
    ],
    "now() lost": [("ALTER TABLE companies ALTER COLUMN created DROP DEFAULT", ["warning column-default companies.created"])],
    "default of the database lost": [
        ("ALTER TABLE channels ALTER COLUMN id DROP DEFAULT", ["error column-default channels.id"]),
    ],
    "default changed": [
        ("ALTER TABLE channels ALTER COLUMN weight SET DEFAULT 2.5", ["warning column-default channels.weight"]),
        ("ALTER TABLE channels ALTER COLUMN active SET DEFAULT false", ["warning column-default channels.active"]),
        ("ALTER TABLE channels ALTER COLUMN settings SET DEFAULT '[]'", ["warning column-default channels.settings"]),
        ("ALTER TABLE companies ALTER COLUMN plan SET DEFAULT 'pro plan'", ["warning column-default companies.plan"]),
        ("ALTER TABLE channels ALTER COLUMN id SET DEFAULT '00000000-0000-4000-8000-000000000000'", ["warning column-default channels.id"]),
    ],
    "default spelled otherwise": [
        ("ALTER TABLE channels ALTER COLUMN marks SET DEFAULT '{}'", []),
        ("ALTER TABLE companies ALTER COLUMN created SET DEFAULT now()", []),
        ("ALTER TABLE channels ALTER COLUMN weight SET DEFAULT '1.5'::double precision", []),
        ("ALTER TABLE channels ALTER COLUMN settings SET DEFAULT '{ }'::jsonb", []),
    ],
    "default added": [("ALTER TABLE channels ALTER COLUMN port SET DEFAULT 5060", ["warning column-default channels.port"])],
    "numbering lost": [("ALTER TABLE companies ALTER COLUMN id DROP DEFAULT", ["error column-identity companies.id"])],
    "serial made an identity": [
        ("ALTER TABLE companies ALTER COLUMN id DROP DEFAULT; ALTER TABLE companies ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY", []),
    ],
    "numbering added": [
        ('CREATE SEQUENCE tag_turn; ALTER TABLE "Tag" ALTER COLUMN id SET DEFAULT nextval(\'tag_turn\')', ["warning column-identity Tag.id"]),
    ],
    "numbering by another sequence": [
        ("CREATE SEQUENCE other_turn; ALTER TABLE companies ALTER COLUMN id SET DEFAULT nextval('other_turn')", []),
    ],
    "columns in another order": [
        ("ALTER TABLE call_records DROP COLUMN cost; ALTER TABLE call_records ADD COLUMN cost double precision NOT NULL", []),
    ],
    "column commented": [("COMMENT ON COLUMN channels.port IS 'of TCP'", [])],

    # Keys
    "primary key dropped": [
        ("ALTER TABLE call_records DROP CONSTRAINT call_records_pkey", ["error missing-primary-key call_records.call_records_pkey"]),
    ],
    "primary key over other columns": [
        ("ALTER TABLE call_records DROP CONSTRAINT call_records_pkey, ADD PRIMARY KEY (number)", ["error primary-key-columns call_records.call_records_pkey"]),
    ],
    "primary key in another order": [
        ("ALTER TABLE call_records DROP CONSTRAINT call_records_pkey, ADD PRIMARY KEY (number, account)",
         ["warning primary-key-columns call_records.call_records_pkey"]),
    ],
    "primary key renamed": [
        ("ALTER TABLE call_records RENAME CONSTRAINT call_records_pkey TO call_key", ["info constraint-name call_records.call_records_pkey"]),
    ],
    "join table of the older shape": [
        ('ALTER TABLE "_CompanyToTag" DROP CONSTRAINT "_CompanyToTag_AB_pkey"; CREATE UNIQUE INDEX "_CompanyToTag_AB_unique" ON "_CompanyToTag"("A", "B")', []),
    ],
    "unique dropped": [
        ("DROP INDEX companies_code_key", ["error missing-unique companies.companies_code_key"]),
        ("DROP INDEX channels_company_id_label_key", ["error missing-unique channels.channels_company_id_label_key"]),
    ],
    "unique made an index": [
        ("DROP INDEX companies_code_key; CREATE INDEX companies_code_key ON companies (code)", ["error missing-unique companies.companies_code_key"]),
    ],
    "unique made partial": [
        ("DROP INDEX companies_code_key; CREATE UNIQUE INDEX companies_code_key ON companies (code) WHERE code <> ''",
         ["error missing-unique companies.companies_code_key"]),
    ],
    "unique made a constraint": [
        ("ALTER TABLE companies ADD CONSTRAINT companies_code_key UNIQUE USING INDEX companies_code_key", []),
    ],
    "unique over fewer columns": [
        ("DROP INDEX channels_company_id_label_key; CREATE UNIQUE INDEX channels_company_id_label_key ON channels (company_id)",
         ["error unique-columns channels.channels_company_id_label_key"]),
    ],
    "unique in another order": [
        ("DROP INDEX channels_company_id_label_key; CREATE UNIQUE INDEX channels_company_id_label_key ON channels (label, company_id)",
         ["warning unique-columns channels.channels_company_id_label_key"]),
    ],
    "unique renamed": [
        ("ALTER INDEX companies_code_key RENAME TO code_once", ["info index-name companies.companies_code_key"]),
    ],
    "unique added": [
        ("CREATE UNIQUE INDEX ports ON channels (port)", ["warning extra-unique channels.ports"]),
        ("ALTER TABLE channels ADD CONSTRAINT ports UNIQUE (port)", ["warning extra-unique channels.ports"]),
    ],
    "foreign key dropped": [
        ("ALTER TABLE channels DROP CONSTRAINT channels_company_id_fkey", ["warning missing-foreign-key channels.channels_company_id_fkey"]),
        ('ALTER TABLE "_CompanyToTag" DROP CONSTRAINT "_CompanyToTag_A_fkey"', ["warning missing-foreign-key _CompanyToTag._CompanyToTag_A_fkey"]),
    ],
    "foreign key of another action": [
        ("ALTER TABLE channels DROP CONSTRAINT channels_company_id_fkey, ADD CONSTRAINT channels_company_id_fkey FOREIGN KEY (company_id) "
         "REFERENCES companies(id) ON DELETE RESTRICT ON UPDATE CASCADE", ["warning foreign-key-actions channels.channels_company_id_fkey"]),
        ("ALTER TABLE channels DROP CONSTRAINT channels_company_id_fkey, ADD CONSTRAINT channels_company_id_fkey FOREIGN KEY (company_id) "
         "REFERENCES companies(id) ON DELETE CASCADE", ["warning foreign-key-actions channels.channels_company_id_fkey"]),
    ],
    "foreign key to another table": [
        ("ALTER TABLE channels DROP CONSTRAINT channels_company_id_fkey, ADD CONSTRAINT channels_company_id_fkey FOREIGN KEY (company_id) "
         'REFERENCES "Tag"(id) ON DELETE CASCADE ON UPDATE CASCADE', ["warning foreign-key-target channels.channels_company_id_fkey"]),
    ],
    "foreign key renamed": [
        ("ALTER TABLE channels RENAME CONSTRAINT channels_company_id_fkey TO of_company", ["info constraint-name channels.channels_company_id_fkey"]),
    ],
    "foreign key made deferrable": [("ALTER TABLE channels ALTER CONSTRAINT channels_company_id_fkey DEFERRABLE", [])],
    "foreign key not validated": [
        ("ALTER TABLE channels DROP CONSTRAINT channels_company_id_fkey, ADD CONSTRAINT channels_company_id_fkey FOREIGN KEY (company_id) "
         "REFERENCES companies(id) ON DELETE CASCADE ON UPDATE CASCADE NOT VALID", []),
    ],
    "foreign key added": [
        ("ALTER TABLE call_records ADD CONSTRAINT of_account FOREIGN KEY (account) REFERENCES companies(id)",
         ["warning extra-foreign-key call_records.of_account"]),
    ],

    # Indexes
    "index dropped": [
        ('DROP INDEX "channels_kind_idx"', ["warning missing-index channels.channels_kind_idx"]),
        ("DROP INDEX channels_settings_idx", ["warning missing-index channels.channels_settings_idx"]),
    ],
    "index renamed": [("ALTER INDEX channels_kind_idx RENAME TO by_kind", ["info index-name channels.channels_kind_idx"])],
    "index added": [("CREATE INDEX by_port ON channels (port)", ["info extra-index channels.by_port"])],
    "partial index added": [("CREATE INDEX by_port ON channels (port) WHERE active", [])],
    "expression index added": [("CREATE INDEX by_label ON channels (lower(label))", [])],
    "index doubled": [("CREATE INDEX again ON channels (kind)", [])],
    "index made unique": [
        ("DROP INDEX channels_kind_idx; CREATE UNIQUE INDEX channels_kind_idx ON channels (kind)",
         ["warning extra-unique channels.channels_kind_idx"]),
    ],
    "index made partial": [
        ("DROP INDEX channels_kind_idx; CREATE INDEX channels_kind_idx ON channels (kind) WHERE active",
         ["warning index-definition channels.channels_kind_idx"]),
    ],
    "index dropped and a partial one elsewhere": [
        ("DROP INDEX channels_kind_idx; CREATE INDEX by_port ON channels (port) WHERE active", ["warning missing-index channels.channels_kind_idx"]),
    ],
    "index over other columns": [
        ("DROP INDEX call_records_state_seconds_idx; CREATE INDEX call_records_state_seconds_idx ON call_records (state, cost)",
         ["warning index-definition call_records.call_records_state_seconds_idx"]),
        ("DROP INDEX call_records_state_seconds_idx; CREATE INDEX call_records_state_seconds_idx ON call_records (seconds, state)",
         ["warning index-definition call_records.call_records_state_seconds_idx"]),
    ],
    "index of another order": [
        ("DROP INDEX call_records_started_idx; CREATE INDEX call_records_started_idx ON call_records (started)",
         ["warning index-definition call_records.call_records_started_idx"]),
    ],
    "index of another method": [
        ("DROP INDEX channels_kind_idx; CREATE INDEX channels_kind_idx ON channels USING hash (kind)",
         ["warning index-definition channels.channels_kind_idx"]),
    ],
    "index of another operator class": [
        ("DROP INDEX channels_settings_idx; CREATE INDEX channels_settings_idx ON channels USING gin (settings jsonb_path_ops)",
         ["warning index-definition channels.channels_settings_idx"]),
    ],
    "index with more columns included": [
        ("DROP INDEX channels_kind_idx; CREATE INDEX channels_kind_idx ON channels (kind) INCLUDE (port)", []),
    ],
    "exclusion added": [("ALTER TABLE channels ADD CONSTRAINT one_port EXCLUDE USING btree (port WITH =)", [])],
    "CHECK added": [("ALTER TABLE channels ADD CONSTRAINT real_port CHECK (port > 0)", [])],

    # Enums
    "enum value added": [
        ("ALTER TYPE \"Kind\" ADD VALUE 'FAX'", ["warning extra-enum-value Kind.FAX"]),
        ("ALTER TYPE plan ADD VALUE 'gold' BEFORE 'LEGACY'", ["warning extra-enum-value plan.gold"]),
    ],
    "enum value renamed": [
        ("ALTER TYPE \"Kind\" RENAME VALUE 'CHAT' TO 'TALK'", ["error missing-enum-value Kind.CHAT", "warning extra-enum-value Kind.TALK"]),
    ],
    "enum value re-cased": [
        ("ALTER TYPE \"Kind\" RENAME VALUE 'CHAT' TO 'chat'", ["error enum-value-case Kind.CHAT is chat"]),
        ("ALTER TYPE plan RENAME VALUE 'pro plan' TO 'Pro Plan'", ["error enum-value-case plan.pro plan is Pro Plan"]),
    ],
    "enum value missing": [
        ("ALTER TYPE audit.\"Mood\" RENAME TO gone; CREATE TYPE audit.\"Mood\" AS ENUM ('calm'); ALTER TABLE audit.\"Note\" "
         "ALTER COLUMN mood TYPE audit.\"Mood\" USING mood::text::audit.\"Mood\"; DROP TYPE audit.gone", ["error missing-enum-value audit.Mood.loud"]),
    ],
    "enum values in another order": [
        ("ALTER TYPE audit.\"Mood\" RENAME TO gone; CREATE TYPE audit.\"Mood\" AS ENUM ('loud', 'calm'); ALTER TABLE audit.\"Note\" "
         "ALTER COLUMN mood TYPE audit.\"Mood\" USING mood::text::audit.\"Mood\"; DROP TYPE audit.gone", []),
    ],
    "enum renamed": [
        ("ALTER TYPE plan RENAME TO tariff", ["error wrong-enum-map plan is tariff"]),
        ("ALTER TYPE \"Kind\" RENAME TO kind", ["error wrong-enum-map Kind is kind"]),
    ],
    "enum dropped": [
        ("DROP TYPE audit.\"Mood\" CASCADE; ALTER TABLE audit.\"Note\" ADD COLUMN mood text", ["error missing-enum audit.Mood", "error column-type audit.Note.mood"]),
    ],
    "enum added": [("CREATE TYPE colour AS ENUM ('red')", ["info extra-enum colour"])],

    # What the language has no words for
    "trigger added": [
        ("CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; "
         "CREATE TRIGGER stamped BEFORE INSERT ON channels FOR EACH ROW EXECUTE FUNCTION stamp()", []),
    ],
    "function added": [("CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1'", [])],
    "sequence added": [("CREATE SEQUENCE spare", [])],
    "domain added": [("CREATE DOMAIN positive AS integer CHECK (VALUE > 0)", [])],
    "extension added": [("CREATE EXTENSION citext", [])],
    "right granted": [("GRANT SELECT ON channels TO PUBLIC", [])],
    "storage parameter set": [("ALTER TABLE channels SET (fillfactor = 70)", [])],
    "partition child added": [
        ("CREATE TABLE grown (LIKE call_records) PARTITION BY RANGE (account); CREATE TABLE grown_1 PARTITION OF grown FOR VALUES FROM (0) TO (10)",
         ["info extra-table grown"]),
    ],
}
