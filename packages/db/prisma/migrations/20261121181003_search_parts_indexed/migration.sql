-- What: the index of parts of words, of the messages that search holds in its indexes.
-- Roll back: DROP INDEX CONCURRENTLY "Message_search_parts_idx". Old code runs during it and after it: "Message_parts_idx" still stands.
CREATE INDEX CONCURRENTLY "Message_search_parts_idx" ON "Message" USING gin (message_grams(message_fold(body)) gin_trgm_ops) WITH (gin_pending_list_limit = 1024) WHERE "searchIndexed";
