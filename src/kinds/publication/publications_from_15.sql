-- Publications, as the statements that make them (PostgreSQL 15 and later); NULL where reading a condition would wait for a lock.
-- Before 18, without pubgencols, the column of that name is the one of until_17.
-- $1: oids of schemas, $2: oids of relations that another session has locked.
SELECT p.pubname,
       CASE WHEN NOT EXISTS (
         SELECT
         FROM pg_catalog.pg_publication_rel r
         JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
         WHERE r.prpubid = p.oid
           AND r.prqual IS NOT NULL
           AND (c.relnamespace <> ALL ($1::pg_catalog.oid[]) OR c.oid = ANY ($2::pg_catalog.oid[])))
       THEN
         pg_catalog.format('CREATE PUBLICATION %I', p.pubname)
         || CASE
              WHEN p.puballtables THEN ' FOR ALL TABLES'
              ELSE coalesce(' FOR ' || nullif(pg_catalog.concat_ws(', ',
                     'TABLES IN SCHEMA ' || (
                       SELECT pg_catalog.string_agg(pg_catalog.quote_ident(n.nspname), ', ')
                       FROM pg_catalog.pg_publication_namespace m
                       JOIN pg_catalog.pg_namespace n ON n.oid = m.pnnspid
                       WHERE m.pnpubid = p.oid),
                     'TABLE ' || (
                       SELECT pg_catalog.string_agg(
                                pg_catalog.format('ONLY %I.%I', n.nspname, c.relname)
                                || coalesce(' (' || (
                                     SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ')
                                     FROM pg_catalog.pg_attribute a
                                     WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) || ')', '')
                                || coalesce(' WHERE (' || pg_catalog.pg_get_expr(r.prqual, r.prrelid) || ')', ''), ', ')
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
         || ', publish_via_partition_root = ' || p.pubviaroot
         || CASE p.generated_columns WHEN 's' THEN ', publish_generated_columns = stored' ELSE '' END
         || ')'
       END
FROM (SELECT NULL::pg_catalog."char" AS pubgencols) until_17
CROSS JOIN LATERAL (SELECT q.*, pubgencols AS generated_columns FROM pg_catalog.pg_publication q) p
