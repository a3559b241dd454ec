-- AlterTable
ALTER TABLE "Agreement" ADD COLUMN "sentAt" DATETIME;

-- AlterTable
ALTER TABLE "AgreementDocument" ADD COLUMN "sentAt" DATETIME;

-- AlterTable
ALTER TABLE "AgreementComment" ADD COLUMN "resolvedBy" TEXT;

-- CreateTable
CREATE TABLE "SealedDocument" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "frozen" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "baseId" TEXT,
    "endReason" TEXT,
    "signedAt" DATETIME,
    "sealedAt" DATETIME,
    "seal" TEXT,
    "sealSignature" TEXT,
    "sealKeyId" TEXT,
    "pdfSha256" TEXT,
    "pdfFileId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "SealedSignature" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "signerKind" TEXT NOT NULL,
    "signerId" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "signedAt" DATETIME NOT NULL,
    CONSTRAINT "SealedSignature_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "SealedDocument" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "SealedDocument_code_key" ON "SealedDocument"("code");

-- CreateIndex
CREATE UNIQUE INDEX "SealedDocument_pdfSha256_key" ON "SealedDocument"("pdfSha256");

-- CreateIndex
CREATE UNIQUE INDEX "SealedDocument_subjectKind_subjectId_ordinal_key" ON "SealedDocument"("subjectKind", "subjectId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "SealedSignature_documentId_signerKind_signerId_key" ON "SealedSignature"("documentId", "signerKind", "signerId");


-- What was sent before was seen since its last change at the latest; an unsent draft is its drafter's alone.
UPDATE "Agreement" SET "sentAt" = "updatedAt" WHERE "state" <> 'draft';
UPDATE "AgreementDocument" SET "sentAt" = COALESCE("batonSince", "createdAt") WHERE "state" <> 'draft';
UPDATE "AgreementParty" SET "state" = 'unsent', "waiting" = 0, "dueKey" = '9999-12-31'
WHERE "state" = 'draft'
  AND "organizationId" <> (SELECT "draftedById" FROM "Agreement" WHERE "Agreement"."id" = "AgreementParty"."agreementId");
