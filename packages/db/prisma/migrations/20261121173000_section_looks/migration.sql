-- What: how a person's sections are sorted, and how the built-in ones look, on all their devices: two columns with constant or no defaults.
-- Old and new code both run during it: yes, old code neither reads nor writes them.
-- Roll back: ALTER TABLE "ChannelSection" DROP COLUMN "sortBy"; ALTER TABLE "Member" DROP COLUMN "sectionLooks".

-- AlterTable
ALTER TABLE "ChannelSection" ADD COLUMN     "sortBy" TEXT NOT NULL DEFAULT 'NAME';

-- AlterTable
ALTER TABLE "Member" ADD COLUMN     "sectionLooks" JSONB;
