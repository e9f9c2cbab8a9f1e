-- What: says of each message whether the indexes of search hold it. Those so far are held; a new one is not, until the indexer
--   comes by. A column with a constant default rewrites nothing. And vacuum comes sooner: each message gets a second version once.
-- Old and new code both run during it: yes. Old code knows nothing of the column; the indexes of all messages stand until the end.
-- Roll back (after the indexes of all messages stand again, see the migrations that drop them):
--   ALTER TABLE "Message" DROP COLUMN "searchIndexed";
--   ALTER TABLE "Message" RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_insert_scale_factor);

ALTER TABLE "Message" ADD COLUMN "searchIndexed" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "Message" ALTER COLUMN "searchIndexed" SET DEFAULT false;
ALTER TABLE "Message" SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.1);
