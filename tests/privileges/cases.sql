-- GRANT, REVOKE, OWNER TO and ALTER DEFAULT PRIVILEGES in every form that is read. tests/privileges/run loads it into a server and
-- holds what the server then has against what pgplumb reads, of this file and of that database. Each table is one case.

-- Rights of a table, granted, granted on, taken back.
CREATE TABLE granted (id integer PRIMARY KEY, name text, total integer);
GRANT SELECT, INSERT ON granted TO alpha, beta;
GRANT UPDATE, DELETE ON granted TO alpha WITH GRANT OPTION;
GRANT SELECT ON TABLE public.granted TO PUBLIC;
REVOKE INSERT ON granted FROM beta;
REVOKE GRANT OPTION FOR UPDATE ON granted FROM alpha;

CREATE TABLE granted_all (id integer);
GRANT ALL ON granted_all TO alpha;
GRANT ALL PRIVILEGES ON TABLE granted_all TO beta;
REVOKE TRIGGER, TRUNCATE, REFERENCES ON granted_all FROM beta;

CREATE TABLE granted_twice (id integer);
GRANT SELECT ON granted_twice TO alpha WITH GRANT OPTION;
GRANT SELECT, UPDATE ON granted_twice TO alpha;

CREATE TABLE revoked_whole (id integer);
GRANT ALL ON revoked_whole TO alpha WITH GRANT OPTION;
REVOKE ALL ON revoked_whole FROM alpha;

-- Columns.
CREATE TABLE by_column (id integer, name text, total integer);
GRANT SELECT (id, name), UPDATE (total) ON by_column TO alpha;
GRANT ALL (name) ON by_column TO beta WITH GRANT OPTION;
GRANT SELECT ON by_column TO beta;
REVOKE SELECT (name) ON by_column FROM alpha;

-- Who loses a right on the table loses it on its columns.
CREATE TABLE by_column_lost (id integer, name text);
GRANT SELECT (id), INSERT (name) ON by_column_lost TO alpha;
REVOKE SELECT ON by_column_lost FROM alpha;
CREATE TABLE by_column_all_lost (id integer, name text);
GRANT SELECT (id), INSERT (name) ON by_column_all_lost TO alpha, beta;
REVOKE ALL ON by_column_all_lost FROM alpha;

-- Sequences, by themselves, of a column, and called tables.
CREATE SEQUENCE numbers;
GRANT USAGE, SELECT ON SEQUENCE numbers TO alpha;
GRANT SELECT ON numbers TO beta;
CREATE TABLE with_serial (id serial, other integer GENERATED ALWAYS AS IDENTITY);
GRANT ALL ON SEQUENCE with_serial_id_seq TO alpha;
GRANT USAGE ON with_serial_other_seq TO beta;

-- Schemas.
CREATE SCHEMA inner_part;
GRANT USAGE ON SCHEMA inner_part TO alpha;
GRANT ALL ON SCHEMA inner_part, public TO beta;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA AUTHORIZATION alpha;
CREATE SCHEMA of_beta AUTHORIZATION beta CREATE TABLE made_by_beta (id integer);

-- Everybody may execute functions and use types, until that is revoked.
CREATE FUNCTION open_to_all(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION closed(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION closed(a text, VARIADIC b integer[]) RETURNS integer LANGUAGE sql AS 'SELECT 2';
REVOKE EXECUTE ON FUNCTION closed(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION closed(integer) TO alpha;
REVOKE ALL ON FUNCTION closed(text, integer[]) FROM PUBLIC;
CREATE OR REPLACE FUNCTION closed(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 3';
CREATE PROCEDURE done() LANGUAGE sql AS 'SELECT 1';
REVOKE ALL ON PROCEDURE done() FROM PUBLIC;
GRANT EXECUTE ON ROUTINE done TO beta;
CREATE AGGREGATE total_of(integer) (SFUNC = int4pl, STYPE = integer);
GRANT EXECUTE ON FUNCTION total_of(integer) TO alpha;
CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE DOMAIN short AS text CHECK (length(VALUE) < 9);
CREATE TYPE pair AS (a integer, b integer);
CREATE TYPE span AS RANGE (SUBTYPE = float8);
REVOKE USAGE ON TYPE mood FROM PUBLIC;
GRANT USAGE ON TYPE mood TO alpha WITH GRANT OPTION;
REVOKE ALL ON DOMAIN short FROM PUBLIC;
GRANT USAGE ON TYPE short, pair TO beta;

-- All that is in a schema, so far.
CREATE TABLE inner_part.first (id serial);
CREATE VIEW inner_part.second AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW inner_part.third AS SELECT 1 AS one;
CREATE FUNCTION inner_part.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE inner_part.p() LANGUAGE sql AS 'SELECT 1';
GRANT SELECT ON ALL TABLES IN SCHEMA inner_part TO alpha;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA inner_part TO alpha;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA inner_part FROM PUBLIC;
GRANT EXECUTE ON ALL PROCEDURES IN SCHEMA inner_part TO alpha;
GRANT EXECUTE ON ALL ROUTINES IN SCHEMA inner_part TO beta;
CREATE TABLE inner_part.later (id integer);

-- Owners, and what they were granted before they were.
CREATE TABLE owned (id serial, name text);
GRANT SELECT, INSERT ON owned TO alpha;
GRANT SELECT ON owned TO beta;
ALTER TABLE owned OWNER TO alpha;
GRANT DELETE ON owned TO alpha;
CREATE TABLE owned_with_more (id integer);
ALTER TABLE owned_with_more OWNER TO beta, ADD COLUMN name text;
CREATE VIEW owned_view AS SELECT 1 AS one;
ALTER VIEW owned_view OWNER TO alpha;
CREATE MATERIALIZED VIEW owned_result AS SELECT 1 AS one;
ALTER MATERIALIZED VIEW owned_result OWNER TO beta;
CREATE SEQUENCE owned_numbers;
ALTER SEQUENCE owned_numbers OWNER TO beta;
CREATE SEQUENCE owned_as_table;
ALTER TABLE owned_as_table OWNER TO alpha;
ALTER FUNCTION open_to_all(integer) OWNER TO alpha;
ALTER PROCEDURE done() OWNER TO beta;
ALTER AGGREGATE total_of(integer) OWNER TO beta;
ALTER TYPE mood OWNER TO beta;
ALTER TYPE pair OWNER TO alpha;
ALTER DOMAIN short OWNER TO alpha;
ALTER SCHEMA inner_part OWNER TO gamma;
CREATE STATISTICS owned_statistics ON id, name FROM granted;
ALTER STATISTICS owned_statistics OWNER TO alpha;
CREATE TABLE reassigned (id integer);
ALTER TABLE reassigned OWNER TO delta;
GRANT SELECT ON reassigned TO alpha;
REASSIGN OWNED BY delta TO alpha;

-- Default privileges: of all schemas instead of what is built in, of one beside that.
CREATE SCHEMA ruled;
ALTER DEFAULT PRIVILEGES IN SCHEMA ruled GRANT SELECT, INSERT ON TABLES TO alpha;
ALTER DEFAULT PRIVILEGES IN SCHEMA ruled GRANT ALL ON SEQUENCES TO beta WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA ruled GRANT EXECUTE ON ROUTINES TO alpha;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO gamma;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO gamma;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO gamma;
CREATE TABLE ruled.made (id serial);
CREATE TABLE made_elsewhere (id serial);
CREATE FUNCTION ruled.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION made_elsewhere() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE TYPE ruled.kind AS ENUM ('a');
CREATE SCHEMA made_later;
REVOKE SELECT ON ruled.made FROM alpha;
ALTER DEFAULT PRIVILEGES IN SCHEMA ruled REVOKE INSERT ON TABLES FROM alpha;
ALTER DEFAULT PRIVILEGES IN SCHEMA ruled REVOKE DELETE ON TABLES FROM PUBLIC;
CREATE TABLE ruled.made_after (id integer);
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
CREATE FUNCTION made_after() RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM gamma;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM gamma;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON SCHEMAS FROM gamma;
CREATE SCHEMA gone;
ALTER DEFAULT PRIVILEGES IN SCHEMA gone GRANT SELECT ON TABLES TO alpha;
DROP SCHEMA gone;
CREATE SCHEMA renamed_before;
ALTER DEFAULT PRIVILEGES IN SCHEMA renamed_before GRANT SELECT ON TABLES TO alpha;
ALTER SCHEMA renamed_before RENAME TO renamed;
CREATE TABLE renamed.made (id integer);

-- What a role makes is its own, with its default privileges.
ALTER DEFAULT PRIVILEGES FOR ROLE alpha, beta IN SCHEMA alpha GRANT SELECT ON TABLES TO gamma;
SET ROLE alpha;
CREATE TABLE alpha.made (id serial);
GRANT INSERT ON alpha.made TO CURRENT_USER, beta;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON SEQUENCES TO beta;
CREATE SEQUENCE alpha.made_numbers;
RESET ROLE;
BEGIN;
SET LOCAL ROLE alpha;
CREATE TABLE alpha.made_in_transaction (id integer);
COMMIT;
CREATE TABLE made_at_last (id integer);

-- Undone.
BEGIN;
GRANT SELECT ON made_at_last TO alpha;
ALTER TABLE made_at_last OWNER TO beta;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO beta;
ROLLBACK;
CREATE TABLE made_behind_it (id integer);

-- In a block.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nobody_of_this_name') THEN
    GRANT SELECT ON made_behind_it TO alpha;
  END IF;
END $$;

-- Languages, which everybody may use until that is revoked, foreign-data wrappers and servers.
CREATE TRUSTED LANGUAGE spoken HANDLER plpgsql_call_handler;
CREATE TRUSTED LANGUAGE written HANDLER plpgsql_call_handler;
REVOKE USAGE ON LANGUAGE spoken FROM PUBLIC;
GRANT ALL ON LANGUAGE spoken TO alpha WITH GRANT OPTION;
CREATE FOREIGN DATA WRAPPER abroad;
CREATE SERVER far FOREIGN DATA WRAPPER abroad;
CREATE SERVER near FOREIGN DATA WRAPPER abroad;
ALTER SERVER near OWNER TO gamma;
GRANT USAGE ON FOREIGN DATA WRAPPER abroad TO alpha, beta;
REVOKE ALL ON FOREIGN DATA WRAPPER abroad FROM beta;
GRANT USAGE ON FOREIGN SERVER far, near TO beta WITH GRANT OPTION;
