-- Publications, as the statements that make them (PostgreSQL 12 to 14). In 12, without
-- pubviaroot, the column of that name is the one of until_12.
SELECT p.pubname,
       pg_catalog.format('CREATE PUBLICATION %I', p.pubname)
       || CASE
            WHEN p.puballtables THEN ' FOR ALL TABLES'
            ELSE coalesce(' FOR ' || nullif(pg_catalog.concat_ws(', ',
                   'TABLE ' || (
                     SELECT pg_catalog.string_agg(pg_catalog.format('ONLY %I.%I', n.nspname, c.relname), ', ')
                     FROM pg_catalog.pg_publication_rel r
                     JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
                     JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                     WHERE r.prpubid = p.oid)), ''), '')
          END
       || ' WITH (publish = ' || pg_catalog.quote_literal(pg_catalog.concat_ws(', ',
            CASE WHEN p.pubinsert THEN 'insert' END,
            CASE WHEN p.pubupdate THEN 'update' END,
            CASE WHEN p.pubdelete THEN 'delete' END,
            CASE WHEN p.pubtruncate THEN 'truncate' END))
       || coalesce(', publish_via_partition_root = ' || p.via_root, '')
       || ')'
FROM (SELECT NULL::pg_catalog.bool AS pubviaroot) until_12
CROSS JOIN LATERAL (SELECT q.*, pubviaroot AS via_root FROM pg_catalog.pg_publication q) p
