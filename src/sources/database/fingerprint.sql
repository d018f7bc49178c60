-- The names that expressions are printed with, as one number: pg_get_expr() shows those of now, not those of the snapshot. A row that
-- was written since has another xmin; it is counted from transaction 3, the first, as age() is the cheap way from an xid to a number.
SELECT pg_catalog.sum(pg_catalog.age('3'::pg_catalog.xid) - pg_catalog.age(written.by)), pg_catalog.count(*)
FROM (
  SELECT a.xmin
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  WHERE a.attnum > 0
    AND c.relkind IN ('r', 'p')
    AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT c.xmin FROM pg_catalog.pg_class c WHERE c.relkind = 'S' AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT t.xmin FROM pg_catalog.pg_type t WHERE t.typnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT e.xmin FROM pg_catalog.pg_enum e
  UNION ALL
  SELECT p.xmin FROM pg_catalog.pg_proc p WHERE p.pronamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT n.xmin FROM pg_catalog.pg_namespace n
) written (by)
WHERE pg_catalog.age(written.by) < 2147483647
