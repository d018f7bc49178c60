-- What is there but is not compared, counted by class. $1: oids of schemas.
WITH owned AS (
  SELECT d.classid, d.objid
  FROM pg_catalog.pg_depend d
  WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
    AND d.deptype = 'e'
),
class (what, why, count) AS (
  SELECT 'primary key option', 'of primary keys only the columns are compared', pg_catalog.count(*)
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
  WHERE i.indisprimary
    AND c.relnamespace = ANY ($1::pg_catalog.oid[])
    AND NOT c.relispartition
    AND (i.indnatts > i.indnkeyatts OR NOT i.indimmediate)
    AND c.oid NOT IN (SELECT o.objid FROM owned o WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass)
  UNION ALL
  -- A trigger that a partition has from its table, and that ALTER TABLE … DISABLE TRIGGER of the partition alone changed. Until
  -- PostgreSQL 12 nothing in pg_trigger tells whose it is.
  SELECT 'trigger of a partition that fires otherwise than its table''s', 'a partition counts as part of its table', pg_catalog.count(*)
  FROM (SELECT 0::pg_catalog.oid AS tgparentid) until_12
  CROSS JOIN LATERAL (SELECT t.*, tgparentid AS parent FROM pg_catalog.pg_trigger t) g
  JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid
  JOIN pg_catalog.pg_trigger p ON p.oid = g.parent
  WHERE g.tgenabled <> p.tgenabled AND c.relispartition AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'base type', 'base types are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_type t
  WHERE t.typnamespace = ANY ($1::pg_catalog.oid[]) AND t.typtype = 'b' AND t.typelem = 0
    AND ('pg_catalog.pg_type'::pg_catalog.regclass, t.oid) NOT IN (SELECT o.classid, o.objid FROM owned o)
  UNION ALL
  SELECT 'collation', 'collations are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_collation l
  WHERE l.collnamespace = ANY ($1::pg_catalog.oid[])
    AND ('pg_catalog.pg_collation'::pg_catalog.regclass, l.oid) NOT IN (SELECT o.classid, o.objid FROM owned o)
  UNION ALL
  SELECT 'operator class', 'operator classes are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_opclass p
  WHERE p.opcnamespace = ANY ($1::pg_catalog.oid[])
    AND ('pg_catalog.pg_opclass'::pg_catalog.regclass, p.oid) NOT IN (SELECT o.classid, o.objid FROM owned o)
  UNION ALL
  SELECT 'text search configuration', 'text search objects are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_ts_config f
  WHERE f.cfgnamespace = ANY ($1::pg_catalog.oid[])
    AND ('pg_catalog.pg_ts_config'::pg_catalog.regclass, f.oid) NOT IN (SELECT o.classid, o.objid FROM owned o)
  UNION ALL
  SELECT 'text search dictionary', 'text search objects are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_ts_dict y
  WHERE y.dictnamespace = ANY ($1::pg_catalog.oid[])
    AND ('pg_catalog.pg_ts_dict'::pg_catalog.regclass, y.oid) NOT IN (SELECT o.classid, o.objid FROM owned o)
)
SELECT c.what, c.why, c.count
FROM class c
WHERE c.count > 0
