-- What: the pictures of emoji: a new table, nothing that is there is touched.
-- Old and new code both run during it: yes, old code knows nothing of it.
-- Roll back: DROP TABLE "EmojiImage"; the emoji that were made lose their pictures.

-- CreateTable
CREATE TABLE "EmojiImage" (
    "emojiId" UUID NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "EmojiImage_pkey" PRIMARY KEY ("emojiId")
);

-- AddForeignKey
ALTER TABLE "EmojiImage" ADD CONSTRAINT "EmojiImage_emojiId_fkey" FOREIGN KEY ("emojiId") REFERENCES "Emoji"("id") ON DELETE CASCADE ON UPDATE CASCADE;
