-- What: drops the index of the parts of words of all messages; "Message_search_parts_idx" and the tail have its place.
-- Old code runs during it and after it: its searches read messages one by one until it is restarted; everything else is as it was.
-- Roll back: CREATE INDEX CONCURRENTLY "Message_parts_idx" ON "Message" USING gin (message_grams(message_fold(body)) gin_trgm_ops) WITH (gin_pending_list_limit = 1024);
DROP INDEX CONCURRENTLY IF EXISTS "Message_parts_idx";
