-- AlterTable
ALTER TABLE "Organization" ADD COLUMN "addressKey" TEXT;
ALTER TABLE "Organization" ADD COLUMN "nameStem" TEXT;

-- AlterTable
ALTER TABLE "RosterImport" ADD COLUMN "stopped" TEXT;

-- CreateTable
CREATE TABLE "DataRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "studentId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "field" TEXT,
    "text" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "guardianId" TEXT,
    "askedAt" DATETIME NOT NULL,
    "dueOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "answeredBy" TEXT,
    "answeredAt" DATETIME
);

-- CreateTable
CREATE TABLE "Likeness" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "aId" TEXT NOT NULL,
    "bId" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "facts" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "foundAt" DATETIME NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    "note" TEXT
);

-- CreateTable
CREATE TABLE "Suspicion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "byOrganizationId" TEXT NOT NULL,
    "byPersonId" TEXT NOT NULL,
    "reasonCode" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "settledBy" TEXT,
    "settledAt" DATETIME,
    "note" TEXT
);

-- CreateTable
CREATE TABLE "FormerIdentity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "until" DATETIME NOT NULL,
    "because" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "IdentityChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "name" TEXT,
    "uscc" TEXT,
    "schoolCode" TEXT,
    "why" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "requestedBy" TEXT NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "dueOn" TEXT NOT NULL,
    "dueUncertain" BOOLEAN NOT NULL,
    "decision" TEXT,
    "reason" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME
);

-- CreateTable
CREATE TABLE "OrganizationBlock" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "reasonCode" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "stateBefore" TEXT NOT NULL,
    "blockedBy" TEXT NOT NULL,
    "blockedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "appeal" TEXT,
    "appealEvidence" TEXT,
    "appealedBy" TEXT,
    "appealedAt" DATETIME,
    "dueOn" TEXT,
    "decisionReason" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "DataRequest_studentId_askedAt_idx" ON "DataRequest"("studentId", "askedAt");

-- CreateIndex
CREATE INDEX "DataRequest_organizationId_state_dueOn_id_idx" ON "DataRequest"("organizationId", "state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Likeness_bId_idx" ON "Likeness"("bId");

-- CreateIndex
CREATE INDEX "Likeness_state_foundAt_id_idx" ON "Likeness"("state", "foundAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Likeness_aId_bId_key" ON "Likeness"("aId", "bId");

-- CreateIndex
CREATE INDEX "Suspicion_organizationId_at_idx" ON "Suspicion"("organizationId", "at");

-- CreateIndex
CREATE INDEX "Suspicion_byOrganizationId_at_idx" ON "Suspicion"("byOrganizationId", "at");

-- CreateIndex
CREATE INDEX "Suspicion_state_at_id_idx" ON "Suspicion"("state", "at", "id");

-- CreateIndex
CREATE INDEX "FormerIdentity_organizationId_until_idx" ON "FormerIdentity"("organizationId", "until");

-- CreateIndex
CREATE INDEX "FormerIdentity_field_value_idx" ON "FormerIdentity"("field", "value");

-- CreateIndex
CREATE INDEX "IdentityChange_organizationId_requestedAt_idx" ON "IdentityChange"("organizationId", "requestedAt");

-- CreateIndex
CREATE INDEX "IdentityChange_decision_dueOn_id_idx" ON "IdentityChange"("decision", "dueOn", "id");

-- CreateIndex
CREATE INDEX "OrganizationBlock_organizationId_blockedAt_idx" ON "OrganizationBlock"("organizationId", "blockedAt");

-- CreateIndex
CREATE INDEX "OrganizationBlock_state_blockedAt_id_idx" ON "OrganizationBlock"("state", "blockedAt", "id");

-- CreateIndex
CREATE INDEX "Organization_nameStem_idx" ON "Organization"("nameStem");

-- CreateIndex
CREATE INDEX "Organization_addressKey_idx" ON "Organization"("addressKey");

-- CreateIndex
CREATE INDEX "RosterImport_state_createdAt_idx" ON "RosterImport"("state", "createdAt");

