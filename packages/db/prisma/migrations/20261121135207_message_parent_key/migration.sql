-- What: a reply names a message; rows that are there already are checked by the next migration, without a lock that writers feel.
-- Old and new code both run during it: yes.
-- Roll back: ALTER TABLE "Message" DROP CONSTRAINT "Message_parentId_fkey".

ALTER TABLE "Message" ADD CONSTRAINT "Message_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE NOT VALID;
