-- What is there but is not compared, counted by class. $1: oids of schemas.
WITH class (what, why, count) AS (
  -- ALTER TABLE … DISABLE TRIGGER ALL
  SELECT 'foreign key whose triggers are disabled', 'whether they are is not compared', pg_catalog.count(DISTINCT k.oid)
  FROM pg_catalog.pg_trigger g
  JOIN pg_catalog.pg_constraint k ON k.oid = g.tgconstraint AND k.contype = 'f'
  WHERE g.tgenabled <> 'O' AND k.connamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  -- Only PostgreSQL 18 and later have constraints of this type.
  SELECT 'NOT NULL constraint that is NOT VALID or NO INHERIT', 'of NOT NULL only that it is there is compared', pg_catalog.count(*)
  FROM pg_catalog.pg_constraint k
  WHERE k.contype = 'n' AND (NOT k.convalidated OR k.connoinherit) AND k.connamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'name of a NOT NULL constraint', 'of NOT NULL only that it is there is compared', pg_catalog.count(*)
  FROM pg_catalog.pg_constraint k
  WHERE k.contype = 'n' AND k.conname !~ '_not_null[0-9]*$' AND k.connamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  -- Until PostgreSQL 17, the columns of these names are those of until_17.
  SELECT 'foreign key with PERIOD', 'whether a key has it is not compared', pg_catalog.count(*)
  FROM (SELECT false AS conperiod) until_17
  CROSS JOIN LATERAL (SELECT p.contype, p.connamespace, conperiod AS period FROM pg_catalog.pg_constraint p) k
  WHERE k.contype = 'f' AND k.period AND k.connamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'foreign key that is NOT ENFORCED', 'of a key only whether it is validated is compared', pg_catalog.count(*)
  FROM (SELECT true AS conenforced) until_17
  CROSS JOIN LATERAL (SELECT p.contype, p.connamespace, conenforced AS enforced FROM pg_catalog.pg_constraint p) k
  WHERE k.contype = 'f' AND NOT k.enforced AND k.connamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'subscription', 'subscriptions are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_subscription s
  JOIN pg_catalog.pg_database b ON b.oid = s.subdbid AND b.datname = pg_catalog.current_database()
  UNION ALL
  SELECT 'materialized view without data', 'rows are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_class c
  WHERE c.relkind = 'm' AND NOT c.relispopulated AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'tablespace', 'storage is not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_class c
  WHERE c.reltablespace <> 0 AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'access method of a table', 'storage is not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_am m ON m.oid = c.relam
  WHERE m.amtype = 't' AND m.amname <> 'heap' AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'CLUSTER ON', 'storage is not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  WHERE i.indisclustered AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'statistics target of an index', 'settings of indexes are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind IN ('i', 'I') AND a.attstattarget >= 0 AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'statistics target of a materialized view', 'of a view''s columns the names and types are compared', pg_catalog.count(*)
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind = 'm' AND a.attnum > 0 AND a.attstattarget >= 0 AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'OPTIONS of a foreign partition', 'of a partition they are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_foreign_table f JOIN pg_catalog.pg_class c ON c.oid = f.ftrelid
  WHERE c.relispartition AND f.ftoptions IS NOT NULL AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'OPTIONS of a foreign partition''s column', 'of a partition''s columns they are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind = 'f' AND c.relispartition AND a.attfdwoptions IS NOT NULL AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'storage parameters of a partition''s index', 'of the indexes that it has from its table they are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_inherits h
  JOIN pg_catalog.pg_class c ON c.oid = h.inhrelid
  JOIN pg_catalog.pg_class above ON above.oid = h.inhparent
  WHERE c.relkind IN ('i', 'I') AND c.reloptions IS DISTINCT FROM above.reloptions AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  -- PostgreSQL 12 has none: the column of that name is the one of until_12.
  SELECT 'statistics target of a statistics object', 'of extended statistics only the definition is compared', pg_catalog.count(*)
  FROM (SELECT -1 AS stxstattarget) until_12
  CROSS JOIN LATERAL (SELECT p.stxnamespace, stxstattarget AS target FROM pg_catalog.pg_statistic_ext p) e
  WHERE e.target >= 0 AND e.stxnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT 'UNLOGGED sequence', 'settings of sequences are not compared', pg_catalog.count(*)
  FROM pg_catalog.pg_class c
  WHERE c.relkind = 'S' AND c.relpersistence = 'u' AND c.relnamespace = ANY ($1::pg_catalog.oid[])
    AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend d
      JOIN pg_catalog.pg_class t ON t.oid = d.refobjid AND t.relpersistence = 'u'
      WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i'))
  UNION ALL
  SELECT 'default of a view', 'of a view''s columns the names and types are compared', pg_catalog.count(*)
  FROM pg_catalog.pg_attrdef f JOIN pg_catalog.pg_class c ON c.oid = f.adrelid
  WHERE c.relkind = 'v' AND c.relnamespace = ANY ($1::pg_catalog.oid[])
)
SELECT c.what, c.why, c.count
FROM class c
WHERE c.count > 0
