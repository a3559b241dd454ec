-- CreateTable
CREATE TABLE "CreditStoreSecret" (
    "organizationId" TEXT NOT NULL PRIMARY KEY,
    "secretSealed" TEXT NOT NULL,
    "madeByName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "TranscriptDeposit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "schoolId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "studentId" TEXT NOT NULL,
    "identityKey" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "lines" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "keyName" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "collectedAt" DATETIME,
    "collectedById" TEXT,
    "collectedByName" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "TranscriptAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "schoolId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "TranscriptDeposit_schoolId_receivedAt_id_idx" ON "TranscriptDeposit"("schoolId", "receivedAt", "id");

-- CreateIndex
CREATE INDEX "TranscriptDeposit_studentId_receivedAt_idx" ON "TranscriptDeposit"("studentId", "receivedAt");

-- CreateIndex
CREATE INDEX "TranscriptDeposit_identityKey_state_idx" ON "TranscriptDeposit"("identityKey", "state");

-- CreateIndex
CREATE UNIQUE INDEX "TranscriptDeposit_schoolId_name_sequence_key" ON "TranscriptDeposit"("schoolId", "name", "sequence");

-- CreateIndex
CREATE INDEX "TranscriptAttempt_schoolId_at_id_idx" ON "TranscriptAttempt"("schoolId", "at", "id");

