-- AlterTable
ALTER TABLE "Challenge" ADD COLUMN "truth" JSON;

-- What rounds came to so far stands in the entries that revealed them.
UPDATE "Challenge" SET "truth" = "Entry"."outcome"->'truth'
FROM "Entry"
WHERE "Entry"."sessionId" = "Challenge"."sessionId"
  AND "Entry"."seq" = "Challenge"."closedSeq"
  AND "Entry"."kind" = 'challenge.reveal'
  AND "Challenge"."kind" = 'round';
