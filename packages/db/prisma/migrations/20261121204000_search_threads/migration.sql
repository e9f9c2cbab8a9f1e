-- What: an index of the messages that stand in threads, by time, for searches with "is:thread": without it a word that is common
--   but hardly in a thread is looked for in all that hold it. Only messages in threads enter it.
-- Roll back: DROP INDEX CONCURRENTLY "Message_threads_idx". Old code runs during it and after it.
CREATE INDEX CONCURRENTLY "Message_threads_idx" ON "Message" ("createdAt") WHERE "parentId" IS NOT NULL OR "replyCount" > 0;
