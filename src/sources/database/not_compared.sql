-- What is there but is not compared, counted by class. $1: oids of schemas.
WITH owned AS (
  SELECT d.classid, d.objid
  FROM pg_catalog.pg_depend d
  WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
    AND d.deptype = 'e'
),
relation AS (
  SELECT c.*
  FROM pg_catalog.pg_class c
  WHERE c.relnamespace = ANY ($1::pg_catalog.oid[])
    AND c.oid NOT IN (SELECT o.objid FROM owned o WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass)
),
type AS (
  SELECT t.*
  FROM pg_catalog.pg_type t
  WHERE t.typnamespace = ANY ($1::pg_catalog.oid[])
    AND t.oid NOT IN (SELECT o.objid FROM owned o WHERE o.classid = 'pg_catalog.pg_type'::pg_catalog.regclass)
),
class (what, why, count) AS (
  SELECT 'view definition', 'of views the columns are compared, not the query', pg_catalog.count(*)
  FROM relation c WHERE c.relkind IN ('v', 'm')
  UNION ALL
  SELECT 'partition', 'partitions are part of their table', pg_catalog.count(*)
  FROM relation c WHERE c.relispartition AND c.relkind IN ('r', 'p', 'f')
  UNION ALL
  SELECT 'inheritance', 'inherited columns are compared, not whom they are from', pg_catalog.count(*)
  FROM pg_catalog.pg_inherits i JOIN relation c ON c.oid = i.inhrelid
  WHERE NOT c.relispartition AND c.relkind IN ('r', 'f')
  UNION ALL
  SELECT 'unlogged table', 'whether a table is logged is not compared', pg_catalog.count(*)
  FROM relation c WHERE c.relpersistence = 'u' AND c.relkind IN ('r', 'p')
  UNION ALL
  SELECT 'storage parameter', 'storage parameters are not compared', pg_catalog.count(*)
  FROM relation c WHERE c.reloptions IS NOT NULL
  UNION ALL
  SELECT 'row security', 'row security is not compared', pg_catalog.count(*)
  FROM relation c WHERE c.relrowsecurity
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
  FROM pg_catalog.pg_attribute a JOIN relation c ON c.oid = a.attrelid JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  WHERE a.attcollation NOT IN (0, 100) AND a.attcollation <> t.typcollation
    AND a.attnum > 0 AND c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition
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
  SELECT 'domain', 'domains are compared by name only', pg_catalog.count(*) FROM type t WHERE t.typtype = 'd'
  UNION ALL
  SELECT 'range type', 'range types are compared by name only', pg_catalog.count(*) FROM type t WHERE t.typtype = 'r'
  UNION ALL
  SELECT 'composite type', 'composite types are compared by name only', pg_catalog.count(*)
  FROM relation c WHERE c.relkind = 'c'
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
