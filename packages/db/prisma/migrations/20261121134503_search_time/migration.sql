-- What: messages by time. Roll back: DROP INDEX CONCURRENTLY "Message_createdAt_idx". Old code runs during it and after it.
CREATE INDEX CONCURRENTLY "Message_createdAt_idx" ON "Message" ("createdAt");
