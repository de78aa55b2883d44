-- AlterTable
ALTER TABLE "Challenge" ADD COLUMN "objects" JSON;
