-- What: the replies of a message, in order.
-- Old and new code both run during it: yes.
-- Roll back: DROP INDEX CONCURRENTLY "Message_thread_idx".

CREATE INDEX CONCURRENTLY "Message_thread_idx" ON "Message"("parentId", "seq") WHERE ("parentId" IS NOT NULL);
