-- Whether a name that expressions are printed with was written since a snapshot was taken: pg_get_expr() shows the names of now, not
-- those of the snapshot. Rows older than the snapshot's oldest open transaction are passed over by age(), which is cheap.
-- $1: oids of schemas, $2: the snapshot.
WITH begun AS (
  SELECT (pg_catalog.txid_snapshot_xmin($2::pg_catalog.txid_snapshot) & 4294967295)::pg_catalog.text::pg_catalog.xid AS oldest,
         pg_catalog.txid_snapshot_xmax(pg_catalog.txid_current_snapshot()) AS next
),
young (xid) AS (
  SELECT a.xmin
  FROM pg_catalog.pg_attribute a
  WHERE pg_catalog.age(a.xmin) <= (SELECT pg_catalog.age(b.oldest) FROM begun b)
    AND a.attnum > 0
    AND a.attrelid IN (SELECT c.oid FROM pg_catalog.pg_class c WHERE c.relnamespace = ANY ($1::pg_catalog.oid[]))
  UNION ALL
  SELECT c.xmin
  FROM pg_catalog.pg_class c
  WHERE pg_catalog.age(c.xmin) <= (SELECT pg_catalog.age(b.oldest) FROM begun b)
    AND c.relnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT t.xmin
  FROM pg_catalog.pg_type t
  WHERE pg_catalog.age(t.xmin) <= (SELECT pg_catalog.age(b.oldest) FROM begun b)
    AND t.typnamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT e.xmin FROM pg_catalog.pg_enum e WHERE pg_catalog.age(e.xmin) <= (SELECT pg_catalog.age(b.oldest) FROM begun b)
  UNION ALL
  SELECT p.xmin
  FROM pg_catalog.pg_proc p
  WHERE pg_catalog.age(p.xmin) <= (SELECT pg_catalog.age(b.oldest) FROM begun b)
    AND p.pronamespace = ANY ($1::pg_catalog.oid[])
  UNION ALL
  SELECT n.xmin FROM pg_catalog.pg_namespace n WHERE pg_catalog.age(n.xmin) <= (SELECT pg_catalog.age(b.oldest) FROM begun b)
)
SELECT EXISTS (
  SELECT
  FROM young y, begun b
  -- An xid is the low half of a transaction's number; the high half is that of the next one, or one less.
  WHERE NOT pg_catalog.txid_visible_in_snapshot(
    b.next - ((b.next - y.xid::pg_catalog.text::pg_catalog.int8) & 4294967295), $2::pg_catalog.txid_snapshot))
