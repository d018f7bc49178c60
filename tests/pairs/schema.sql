-- What the pairs are written over.
CREATE TYPE mood AS ENUM ('happy', 'sad', 'so so');
CREATE TABLE person (id integer PRIMARY KEY, name text NOT NULL, nick varchar(30), age integer, height real, balance numeric(12,2),
  active boolean NOT NULL DEFAULT true, born date, joined timestamptz, seen timestamp, wakes time, patience interval, tags text[],
  extra jsonb, feeling mood, team_id integer, code char(4), token uuid, votes bigint, rank smallint, weight double precision);
CREATE TABLE team (id integer PRIMARY KEY, title varchar(50), budget numeric, founded date, lead_id integer, active boolean);
CREATE TABLE score (person_id integer, round smallint, points bigint, ratio double precision, at timestamptz, note text);
CREATE TYPE place AS (street text, city varchar(20));
CREATE TABLE home (person_id integer UNIQUE, note text DEFAULT 'none', at place, rooms integer[]);
CREATE UNIQUE INDEX ON home (lower(note), person_id) WHERE person_id > 3;
CREATE DOMAIN email AS varchar(40);
CREATE DOMAIN work_email AS email;
CREATE DOMAIN share AS numeric(5,2);
CREATE DOMAIN seats AS integer;
CREATE DOMAIN labels AS text[];
CREATE DOMAIN settings AS jsonb;
CREATE TABLE member (person_id integer, email email, work_email work_email, share share, seats seats, labels labels, settings settings, login name);
CREATE TYPE span AS RANGE (SUBTYPE = integer[]);
CREATE EXTENSION citext;
CREATE TABLE contact (mail citext, host citext COLLATE "C", relation regclass);
CREATE TYPE paper AS (body jsonb, lines text);
CREATE TABLE sheet (paper paper);
CREATE TABLE visit (places place[], nicks varchar(30)[]);
CREATE VIEW homes AS SELECT person_id, note FROM home;
