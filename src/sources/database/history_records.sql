-- The records of one history table. $1: the table's oid. $2: that tool's query, one of the files *_records.sql, in which %1$s stands
-- for the table. It may have any name in any schema, which only format() can put into a query; rows pass as JSON, so that no
-- character in them can break the XML.
SELECT row.record ->> 'key',
       row.record ->> 'name',
       row.record ->> 'checksum',
       row.record ->> 'applied_at',
       row.record ->> 'state',
       (row.record ->> 'only_marked')::pg_catalog.bool,
       (row.record ->> 'covers_earlier')::pg_catalog.bool,
       pg_catalog.left(row.record ->> 'detail', 2000),
       row.record ->> 'plan_hash'
FROM (
  SELECT x.number, x.record::pg_catalog.json AS record
  FROM XMLTABLE(
    '/table/row'
    PASSING pg_catalog.query_to_xml(
      pg_catalog.format('SELECT pg_catalog.row_to_json(r) AS record FROM (' || $2 || ') r', $1::pg_catalog.oid::pg_catalog.regclass),
      TRUE, FALSE, '')
    COLUMNS number FOR ORDINALITY, record pg_catalog.text PATH 'record') x
) row
ORDER BY row.number
