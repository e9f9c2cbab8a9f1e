-- What: the same people have one conversation. Roll back: DROP INDEX CONCURRENTLY "Channel_workspaceId_directKey_key". Old code runs during it and after it.
CREATE UNIQUE INDEX CONCURRENTLY "Channel_workspaceId_directKey_key" ON "Channel" ("workspaceId", "directKey");
