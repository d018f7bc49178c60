-- Indexes with their keys as they are stored, without pg_get_indexdef(), which costs four times as much. Primary keys and
-- exclusion constraints are left out; a unique constraint is told by its row of pg_constraint. Until PostgreSQL 14,
-- where a NULL is distinct from any other, the column of that name is the one of until_14.
-- $1: oids of schemas, $2: oids of relations that another session has locked.
SELECT i.indrelid,
       c.relname,
       m.amname,
       i.indisunique,
       i.indisvalid,
       i.nulls_not_distinct,
       k.conname IS NOT NULL,
       NOT i.indimmediate,
       k.condeferred,
       i.indnkeyatts,
       i.indkey,
       i.indoption,
       i.indclass,
       -- Collations other than the column's own, a schema and a name for each key; null where all are usual. Of expressions, see
       -- `definition`.
       CASE
         WHEN NOT i.indcollation::pg_catalog.oid[] <@ '{0, 100}'::pg_catalog.oid[]
         THEN (
           SELECT pg_catalog.array_agg(part.text ORDER BY key.position, part.number)
           FROM ROWS FROM (
                  pg_catalog.unnest(i.indcollation::pg_catalog.oid[]),
                  pg_catalog.unnest(i.indkey::pg_catalog.int2[]))
                WITH ORDINALITY AS key (collation_oid, number, position)
           LEFT JOIN pg_catalog.pg_collation o
             ON o.oid = key.collation_oid
            AND o.oid <> 100
            AND NOT EXISTS (
              SELECT
              FROM pg_catalog.pg_attribute a
              WHERE a.attrelid = i.indrelid
                AND a.attcollation = o.oid
                AND a.attnum = key.number)
           CROSS JOIN LATERAL (VALUES (1, o.collnamespace::pg_catalog.text), (2, o.collname::pg_catalog.text)) part (number, text)
           WHERE key.position <= i.indnkeyatts)
       END,
       -- Options of operator classes, one for each key; btree and hash have none.
       CASE
         WHEN m.amname NOT IN ('btree', 'hash')
         THEN (
           SELECT pg_catalog.array_agg(pg_catalog.array_to_string(a.attoptions, ', ') ORDER BY a.attnum)
           FROM pg_catalog.pg_attribute a
           WHERE a.attrelid = i.indexrelid
             AND a.attnum <= i.indnkeyatts
           HAVING pg_catalog.count(a.attoptions) > 0)
       END,
       -- The expressions of the keys that are none of the columns, in order, as one list.
       CASE WHEN i.indrelid <> ALL ($2::pg_catalog.oid[]) THEN pg_catalog.pg_get_expr(i.indexprs, i.indrelid) END,
       CASE WHEN i.indrelid <> ALL ($2::pg_catalog.oid[]) THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) END,
       -- Tells which collations of expressions are not those that they have anyway.
       CASE
         WHEN i.indexprs IS NOT NULL
              AND NOT i.indcollation::pg_catalog.oid[] <@ '{0, 100}'::pg_catalog.oid[]
              AND i.indrelid <> ALL ($2::pg_catalog.oid[])
         THEN pg_catalog.pg_get_indexdef(i.indexrelid)
       END AS definition,
       i.indpred IS NOT NULL,
       c.reloptions
FROM (SELECT FALSE AS indnullsnotdistinct) until_14
CROSS JOIN LATERAL (SELECT p.*, indnullsnotdistinct AS nulls_not_distinct FROM pg_catalog.pg_index p) i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am m ON m.oid = c.relam
LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = i.indexrelid AND k.contype = 'u'
WHERE c.relnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT i.indisprimary
  AND (i.indisunique OR NOT i.indisexclusion)  -- both: UNIQUE (… WITHOUT OVERLAPS)
  AND NOT c.relispartition
