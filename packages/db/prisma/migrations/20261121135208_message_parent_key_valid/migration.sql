-- What: the check of the rows that were there.
-- Old and new code both run during it: yes.
-- Roll back: nothing to do.

ALTER TABLE "Message" VALIDATE CONSTRAINT "Message_parentId_fkey";
