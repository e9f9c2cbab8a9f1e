-- What: the index of parts of words. Roll back: DROP INDEX CONCURRENTLY "Message_parts_idx". Old code runs during it and after it.
CREATE INDEX CONCURRENTLY "Message_parts_idx" ON "Message" USING gin (message_grams(message_fold(body)) gin_trgm_ops) WITH (gin_pending_list_limit = 1024);
