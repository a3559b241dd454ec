-- CreateTable
CREATE TABLE "SchoolCourse" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "majorCode" TEXT NOT NULL,
    "creditsCenti" INTEGER NOT NULL,
    "hours" INTEGER NOT NULL,
    "grade" INTEGER NOT NULL,
    "term" INTEGER NOT NULL,
    "required" BOOLEAN NOT NULL,
    "offered" BOOLEAN NOT NULL,
    "validFrom" TEXT NOT NULL,
    "replacedAt" DATETIME,
    "authorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "EquivalenceTable" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fromSchoolId" TEXT NOT NULL,
    "toSchoolId" TEXT NOT NULL,
    "agreementId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "EquivalenceVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tableId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "validFrom" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "agreedFromAt" DATETIME,
    "agreedToAt" DATETIME,
    "documentId" TEXT,
    "inForceFrom" TEXT,
    "signedAt" DATETIME,
    "sealedAt" DATETIME,
    "code" TEXT,
    "openKey" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "EquivalenceLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "versionId" TEXT NOT NULL,
    "sourceCode" TEXT NOT NULL,
    "sourceName" TEXT NOT NULL,
    "sourceCenti" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "destinationCode" TEXT,
    "destinationName" TEXT,
    "destinationCenti" INTEGER NOT NULL,
    "majorCode" TEXT NOT NULL,
    "minimumCenti" INTEGER NOT NULL,
    "shareBp" INTEGER NOT NULL,
    "note" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "CreditConversion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "transferId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "fromSchoolId" TEXT NOT NULL,
    "toSchoolId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "tableVersionId" TEXT,
    "transcript" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "overrides" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "digest" TEXT,
    "state" TEXT NOT NULL,
    "confirmedBy" TEXT,
    "confirmedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "MakeUpItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conversionId" TEXT NOT NULL,
    "transferId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "personId" TEXT,
    "studentName" TEXT NOT NULL,
    "schoolId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "creditsCenti" INTEGER NOT NULL,
    "hours" INTEGER NOT NULL,
    "owedEntryId" TEXT,
    "tutorId" TEXT,
    "tutorName" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "extensions" INTEGER NOT NULL,
    "extendedWhy" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "settledOn" TEXT,
    "settledBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "MakeUpNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "itemId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CreditRule" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "creditsCenti" INTEGER NOT NULL,
    "validFrom" TEXT NOT NULL,
    "validTo" TEXT,
    "document" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CreditClaim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organizationId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "personId" TEXT,
    "studentName" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "happenedOn" TEXT NOT NULL,
    "fileId" TEXT,
    "fileName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposedByName" TEXT NOT NULL,
    "ruleId" TEXT,
    "creditsCenti" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "entryId" TEXT,
    "decidedBy" TEXT NOT NULL,
    "decidedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "SchoolCourse_organizationId_replacedAt_code_idx" ON "SchoolCourse"("organizationId", "replacedAt", "code");

-- CreateIndex
CREATE INDEX "SchoolCourse_organizationId_validFrom_idx" ON "SchoolCourse"("organizationId", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "SchoolCourse_organizationId_code_ordinal_key" ON "SchoolCourse"("organizationId", "code", "ordinal");

-- CreateIndex
CREATE INDEX "EquivalenceTable_toSchoolId_idx" ON "EquivalenceTable"("toSchoolId");

-- CreateIndex
CREATE UNIQUE INDEX "EquivalenceTable_fromSchoolId_toSchoolId_key" ON "EquivalenceTable"("fromSchoolId", "toSchoolId");

-- CreateIndex
CREATE UNIQUE INDEX "EquivalenceVersion_openKey_key" ON "EquivalenceVersion"("openKey");

-- CreateIndex
CREATE INDEX "EquivalenceVersion_tableId_state_inForceFrom_idx" ON "EquivalenceVersion"("tableId", "state", "inForceFrom");

-- CreateIndex
CREATE INDEX "EquivalenceVersion_documentId_idx" ON "EquivalenceVersion"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "EquivalenceVersion_tableId_ordinal_key" ON "EquivalenceVersion"("tableId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "EquivalenceLine_versionId_sourceCode_majorCode_key" ON "EquivalenceLine"("versionId", "sourceCode", "majorCode");

-- CreateIndex
CREATE UNIQUE INDEX "CreditConversion_transferId_key" ON "CreditConversion"("transferId");

-- CreateIndex
CREATE INDEX "CreditConversion_toSchoolId_state_createdAt_idx" ON "CreditConversion"("toSchoolId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "CreditConversion_fromSchoolId_state_createdAt_idx" ON "CreditConversion"("fromSchoolId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "CreditConversion_studentId_idx" ON "CreditConversion"("studentId");

-- CreateIndex
CREATE INDEX "CreditConversion_state_updatedAt_idx" ON "CreditConversion"("state", "updatedAt");

-- CreateIndex
CREATE INDEX "MakeUpItem_schoolId_state_untilOn_id_idx" ON "MakeUpItem"("schoolId", "state", "untilOn", "id");

-- CreateIndex
CREATE INDEX "MakeUpItem_tutorId_state_untilOn_idx" ON "MakeUpItem"("tutorId", "state", "untilOn");

-- CreateIndex
CREATE INDEX "MakeUpItem_studentId_idx" ON "MakeUpItem"("studentId");

-- CreateIndex
CREATE INDEX "MakeUpItem_state_untilOn_idx" ON "MakeUpItem"("state", "untilOn");

-- CreateIndex
CREATE UNIQUE INDEX "MakeUpItem_conversionId_kind_code_key" ON "MakeUpItem"("conversionId", "kind", "code");

-- CreateIndex
CREATE INDEX "MakeUpNote_itemId_createdAt_idx" ON "MakeUpNote"("itemId", "createdAt");

-- CreateIndex
CREATE INDEX "CreditRule_organizationId_source_validFrom_idx" ON "CreditRule"("organizationId", "source", "validFrom");

-- CreateIndex
CREATE INDEX "CreditClaim_organizationId_state_createdAt_idx" ON "CreditClaim"("organizationId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "CreditClaim_studentId_createdAt_idx" ON "CreditClaim"("studentId", "createdAt");

