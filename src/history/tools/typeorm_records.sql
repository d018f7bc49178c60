-- TypeORM's records: names of classes, whose last 13 digits are the timestamp.
SELECT name AS key, name, 'applied' AS state
FROM %1$s
ORDER BY timestamp, id
