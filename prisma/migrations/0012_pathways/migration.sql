-- CreateTable
CREATE TABLE "TransferRuleChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "regionCode" TEXT NOT NULL,
    "fact" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "authorityId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME
);

-- CreateTable
CREATE TABLE "TransferPairing" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "vocationalId" TEXT NOT NULL,
    "generalId" TEXT NOT NULL,
    "agreementId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "confirmedById" TEXT,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT NOT NULL,
    "endReason" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "TransferWindow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "authorityId" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "schoolYear" INTEGER NOT NULL,
    "grade" INTEGER NOT NULL,
    "term" INTEGER NOT NULL,
    "edge" TEXT NOT NULL,
    "opensOn" TEXT NOT NULL,
    "closesOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "seedSealed" TEXT NOT NULL,
    "seedHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "TransferQuota" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "windowId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "grade" INTEGER NOT NULL,
    "majorCode" TEXT NOT NULL,
    "majorName" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "scoreLine" INTEGER,
    "taken" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "rankedAt" DATETIME,
    "seed" TEXT,
    "digest" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Transfer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "windowId" TEXT NOT NULL,
    "quotaId" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "personId" TEXT,
    "studentName" TEXT NOT NULL,
    "identityKey" TEXT NOT NULL,
    "fromSchoolId" TEXT NOT NULL,
    "toSchoolId" TEXT NOT NULL,
    "majorCode" TEXT NOT NULL,
    "grade" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "termKey" TEXT,
    "facts" TEXT NOT NULL,
    "findings" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "turn" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "reasonCode" TEXT NOT NULL,
    "totalBp" INTEGER,
    "rank" INTEGER,
    "within" INTEGER NOT NULL,
    "creditsNote" TEXT NOT NULL,
    "newStudentId" TEXT,
    "submittedAt" DATETIME,
    "movedOn" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "TransferCounselling" (
    "transferId" TEXT NOT NULL PRIMARY KEY,
    "heldOn" TEXT NOT NULL,
    "counsellorId" TEXT NOT NULL,
    "counsellor" TEXT NOT NULL,
    "present" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "shownHash" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TransferScore" (
    "transferId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "assessorId" TEXT NOT NULL,
    "assessor" TEXT NOT NULL,
    "scoreBp" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("transferId", "part", "assessorId")
);

-- CreateTable
CREATE TABLE "TransferDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "transferId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "organizationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TransferNotice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "windowId" TEXT NOT NULL,
    "quotaId" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "uncertain" BOOLEAN NOT NULL,
    "list" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "publishedAt" DATETIME NOT NULL,
    "closedAt" DATETIME
);

-- CreateTable
CREATE TABLE "TransferObjection" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "noticeId" TEXT NOT NULL,
    "reference" TEXT,
    "ground" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "nameSealed" TEXT NOT NULL,
    "contactSealed" TEXT NOT NULL,
    "submittedAt" DATETIME NOT NULL,
    "answerBy" TEXT NOT NULL,
    "answer" TEXT,
    "upheld" BOOLEAN,
    "answeredBy" TEXT,
    "answeredAt" DATETIME,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "StudentRegistration" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identityKey" TEXT NOT NULL,
    "currentKey" TEXT,
    "studentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "registeredId" TEXT NOT NULL,
    "studyingId" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "diplomaById" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT,
    "transferId" TEXT,
    "cause" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RegistrationClaim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identityKey" TEXT NOT NULL,
    "registrationId" TEXT NOT NULL,
    "claimantId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "decidedBy" TEXT,
    "decidedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "TransferRuleChange_regionCode_fact_validFrom_idx" ON "TransferRuleChange"("regionCode", "fact", "validFrom");

-- CreateIndex
CREATE INDEX "TransferPairing_vocationalId_state_idx" ON "TransferPairing"("vocationalId", "state");

-- CreateIndex
CREATE INDEX "TransferPairing_generalId_state_idx" ON "TransferPairing"("generalId", "state");

-- CreateIndex
CREATE INDEX "TransferPairing_agreementId_idx" ON "TransferPairing"("agreementId");

-- CreateIndex
CREATE UNIQUE INDEX "TransferPairing_vocationalId_generalId_agreementId_key" ON "TransferPairing"("vocationalId", "generalId", "agreementId");

-- CreateIndex
CREATE INDEX "TransferWindow_state_closesOn_idx" ON "TransferWindow"("state", "closesOn");

-- CreateIndex
CREATE INDEX "TransferWindow_authorityId_opensOn_idx" ON "TransferWindow"("authorityId", "opensOn");

-- CreateIndex
CREATE UNIQUE INDEX "TransferWindow_regionCode_direction_schoolYear_grade_term_edge_key" ON "TransferWindow"("regionCode", "direction", "schoolYear", "grade", "term", "edge");

-- CreateIndex
CREATE INDEX "TransferQuota_schoolId_windowId_idx" ON "TransferQuota"("schoolId", "windowId");

-- CreateIndex
CREATE UNIQUE INDEX "TransferQuota_windowId_schoolId_majorCode_key" ON "TransferQuota"("windowId", "schoolId", "majorCode");

-- CreateIndex
CREATE UNIQUE INDEX "Transfer_reference_key" ON "Transfer"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Transfer_termKey_key" ON "Transfer"("termKey");

-- CreateIndex
CREATE INDEX "Transfer_fromSchoolId_state_dueOn_id_idx" ON "Transfer"("fromSchoolId", "state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Transfer_toSchoolId_state_dueOn_id_idx" ON "Transfer"("toSchoolId", "state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Transfer_regionCode_state_dueOn_id_idx" ON "Transfer"("regionCode", "state", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Transfer_studentId_idx" ON "Transfer"("studentId");

-- CreateIndex
CREATE INDEX "Transfer_personId_idx" ON "Transfer"("personId");

-- CreateIndex
CREATE INDEX "Transfer_identityKey_idx" ON "Transfer"("identityKey");

-- CreateIndex
CREATE INDEX "Transfer_windowId_state_idx" ON "Transfer"("windowId", "state");

-- CreateIndex
CREATE INDEX "Transfer_quotaId_state_idx" ON "Transfer"("quotaId", "state");

-- CreateIndex
CREATE INDEX "Transfer_state_dueOn_idx" ON "Transfer"("state", "dueOn");

-- CreateIndex
CREATE INDEX "TransferDecision_transferId_createdAt_idx" ON "TransferDecision"("transferId", "createdAt");

-- CreateIndex
CREATE INDEX "TransferNotice_state_untilOn_idx" ON "TransferNotice"("state", "untilOn");

-- CreateIndex
CREATE INDEX "TransferNotice_schoolId_publishedAt_idx" ON "TransferNotice"("schoolId", "publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "TransferNotice_quotaId_round_key" ON "TransferNotice"("quotaId", "round");

-- CreateIndex
CREATE INDEX "TransferObjection_noticeId_submittedAt_idx" ON "TransferObjection"("noticeId", "submittedAt");

-- CreateIndex
CREATE UNIQUE INDEX "StudentRegistration_currentKey_key" ON "StudentRegistration"("currentKey");

-- CreateIndex
CREATE INDEX "StudentRegistration_identityKey_fromOn_idx" ON "StudentRegistration"("identityKey", "fromOn");

-- CreateIndex
CREATE INDEX "StudentRegistration_registeredId_fromOn_idx" ON "StudentRegistration"("registeredId", "fromOn");

-- CreateIndex
CREATE INDEX "StudentRegistration_studentId_idx" ON "StudentRegistration"("studentId");

-- CreateIndex
CREATE INDEX "StudentRegistration_transferId_idx" ON "StudentRegistration"("transferId");

-- CreateIndex
CREATE INDEX "RegistrationClaim_regionCode_decidedAt_idx" ON "RegistrationClaim"("regionCode", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "RegistrationClaim_registrationId_claimantId_key" ON "RegistrationClaim"("registrationId", "claimantId");

