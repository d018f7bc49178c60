-- What is there but is not compared, counted by class. $1: oids of schemas.
WITH owned AS (
  SELECT d.classid, d.objid
  FROM pg_catalog.pg_depend d
  WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
    AND d.deptype = 'e'
),
relation AS (
  SELECT c.oid, c.relkind, c.relispartition, c.relpersistence, c.relrowsecurity, c.reloptions IS NOT NULL AS has_parameters
  FROM pg_catalog.pg_class c
  WHERE c.relnamespace = ANY ($1::pg_catalog.oid[])
    AND c.oid NOT IN (SELECT o.objid FROM owned o WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass)
),
relations AS (
  SELECT pg_catalog.count(*) FILTER (WHERE c.relkind IN ('v', 'm')) AS views,
         pg_catalog.count(*) FILTER (WHERE c.relkind = 'p' AND NOT c.relispartition) AS partitioned,
         pg_catalog.count(*) FILTER (WHERE c.relispartition AND c.relkind IN ('r', 'p', 'f')) AS partitions,
         pg_catalog.count(*) FILTER (WHERE c.relpersistence = 'u' AND c.relkind IN ('r', 'p')) AS unlogged,
         pg_catalog.count(*) FILTER (WHERE c.has_parameters) AS parameters,
         pg_catalog.count(*) FILTER (WHERE c.relrowsecurity) AS row_security,
         pg_catalog.count(*) FILTER (WHERE c.relkind = 'c') AS composite_types
  FROM relation c
),
types AS (
  SELECT pg_catalog.count(*) FILTER (WHERE t.typtype = 'd') AS domains,
         pg_catalog.count(*) FILTER (WHERE t.typtype = 'r') AS range_types
  FROM pg_catalog.pg_type t
  WHERE t.typnamespace = ANY ($1::pg_catalog.oid[])
    AND t.oid NOT IN (SELECT o.objid FROM owned o WHERE o.classid = 'pg_catalog.pg_type'::pg_catalog.regclass)
),
collated AS MATERIALIZED (  -- few, so they are found before anything is joined
  SELECT a.attrelid, a.atttypid, a.attcollation
  FROM pg_catalog.pg_attribute a
  WHERE a.attcollation NOT IN (0, 100) AND a.attnum > 0
),
class (what, why, count) AS (
  SELECT one.what, one.why, one.count
  FROM relations r,
  LATERAL (VALUES
    ('view definition', 'of views the columns are compared, not the query', r.views),
    ('partitioning', 'how a table is partitioned is not compared', r.partitioned),
    ('partition', 'a partition counts as part of its table', r.partitions),
    ('unlogged table', 'whether a table is logged is not compared', r.unlogged),
    ('storage parameter', 'storage parameters are not compared', r.parameters),
    ('row security', 'row security is not compared', r.row_security),
    ('composite type', 'composite types are compared by name only', r.composite_types)
  ) one (what, why, count)
  UNION ALL
  SELECT one.what, one.why, one.count
  FROM types t,
  LATERAL (VALUES
    ('domain', 'domains are compared by name only', t.domains),
    ('range type', 'range types are compared by name only', t.range_types)
  ) one (what, why, count)
  UNION ALL
  SELECT 'inheritance', 'inherited columns are compared, not whom they are from', pg_catalog.count(*)
  FROM pg_catalog.pg_inherits i JOIN relation c ON c.oid = i.inhrelid
  WHERE NOT c.relispartition AND c.relkind IN ('r', 'f')
  UNION ALL
  SELECT 'policy', 'policies are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_policy p JOIN relation c ON c.oid = p.polrelid
  UNION ALL
  SELECT 'trigger', 'triggers are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_trigger g JOIN relation c ON c.oid = g.tgrelid
  WHERE NOT g.tgisinternal AND NOT c.relispartition
  UNION ALL
  SELECT 'rule', 'rules are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_rewrite r JOIN relation c ON c.oid = r.ev_class
  WHERE r.rulename <> '_RETURN'
  UNION ALL
  SELECT 'CHECK constraint', 'CHECK constraints are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_constraint k JOIN relation c ON c.oid = k.conrelid
  WHERE k.contype = 'c' AND k.coninhcount = 0
  UNION ALL
  SELECT 'exclusion constraint', 'exclusion constraints are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_constraint k JOIN relation c ON c.oid = k.conrelid
  WHERE k.contype = 'x' AND k.conparentid = 0
  UNION ALL
  SELECT 'primary key option', 'of primary keys only the columns are compared', pg_catalog.count(*)
  FROM pg_catalog.pg_index i JOIN relation c ON c.oid = i.indrelid
  WHERE i.indisprimary AND NOT c.relispartition AND (i.indnatts > i.indnkeyatts OR NOT i.indimmediate)
  UNION ALL
  SELECT 'column collation', 'the collation of columns is not compared', pg_catalog.count(*)
  FROM collated a JOIN relation c ON c.oid = a.attrelid JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  WHERE a.attcollation <> t.typcollation AND c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition
  UNION ALL
  SELECT 'sequence', 'sequences of no column are not compared', pg_catalog.count(*)
  FROM relation c
  WHERE c.relkind = 'S'
    AND NOT EXISTS (
      SELECT
      FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.objid = c.oid
        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.deptype IN ('a', 'i'))
  UNION ALL
  SELECT 'function', 'functions are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_proc p
  WHERE p.pronamespace = ANY ($1::pg_catalog.oid[])
    AND p.oid NOT IN (SELECT o.objid FROM owned o WHERE o.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass)
    AND NOT EXISTS (
      SELECT
      FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
        AND d.objid = p.oid
        AND d.deptype = 'i')
  UNION ALL
  SELECT 'statistics object', 'statistics objects are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_statistic_ext s WHERE s.stxnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'comment', 'comments are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_description d JOIN relation c ON c.oid = d.objoid
  WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  UNION ALL
  SELECT 'extension', 'extensions are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_extension e WHERE e.extname <> 'plpgsql'
  UNION ALL
  SELECT 'event trigger', 'event triggers are not compared', pg_catalog.count(*) FROM pg_catalog.pg_event_trigger
  UNION ALL
  SELECT 'publication', 'publications are not compared', pg_catalog.count(*) FROM pg_catalog.pg_publication
)
SELECT c.what, c.why, c.count
FROM class c
WHERE c.count > 0
