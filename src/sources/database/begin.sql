-- One snapshot for the whole read, and no way to write.
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY
