-- CreateTable
CREATE TABLE "Alert" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ruleId" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "openKey" TEXT NOT NULL,
    "raisedOn" TEXT NOT NULL,
    "seenOn" TEXT NOT NULL,
    "authorityId" TEXT,
    "orderText" TEXT,
    "dueOn" TEXT,
    "dueCertain" BOOLEAN NOT NULL DEFAULT true,
    "orderedAt" DATETIME,
    "level" INTEGER NOT NULL DEFAULT 0,
    "escalatedOn" TEXT,
    "closedOn" TEXT,
    "closeReason" TEXT,
    "closeNote" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "AlertReply" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "alertId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "fileId" TEXT,
    "authorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "decision" TEXT,
    "decisionNote" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME,
    CONSTRAINT "AlertReply_alertId_fkey" FOREIGN KEY ("alertId") REFERENCES "Alert" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Alert_regionCode_state_raisedOn_id_idx" ON "Alert"("regionCode", "state", "raisedOn", "id");

-- CreateIndex
CREATE INDEX "Alert_organizationId_state_dueOn_id_idx" ON "Alert"("organizationId", "state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Alert_state_dueOn_idx" ON "Alert"("state", "dueOn");

-- CreateIndex
CREATE INDEX "Alert_state_seenOn_idx" ON "Alert"("state", "seenOn");

-- CreateIndex
CREATE UNIQUE INDEX "Alert_ruleId_subjectType_subjectId_openKey_key" ON "Alert"("ruleId", "subjectType", "subjectId", "openKey");

-- CreateIndex
CREATE INDEX "AlertReply_alertId_createdAt_idx" ON "AlertReply"("alertId", "createdAt");

