import type { Refusal } from "~/platform/result";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { SealMark } from "~/ui/SealMark";
import { useTranslator, useWords } from "~/words/use-words";
import type { DocumentFound } from "../document-check.server";
import type { FileCheck } from "../file-check";
import { sealText } from "./sentences";
import { VerificationReport } from "./VerificationReport";
import { FileAnswer, FileForm } from "./VerifyForms";

type DocumentCheckProps = {
  found: DocumentFound;
  answer: { refusal?: Refusal | null; check?: FileCheck | null } | null;
};

/** What a sealed agreement's code leads to: every check, in plain words, recomputed now. */
export const DocumentCheck = ({ found, answer }: DocumentCheckProps) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  return (
    <div className="page-narrow stack">
      <PageHeader
        title={found?.verification.title || t("verifyPage.title")}
        trail={[{ href: "/verify", label: t("verifyPage.title") }]}
        {...(found?.verification.holds
          ? {
              seal: (
                <SealMark text={sealText(found.shortNames)} parties={found.verification.parties.join("、")} />
              ),
            }
          : {})}
      />
      {!found && <Notice tone="wait">{t("verifyPage.notSealed")}</Notice>}
      {found && <VerificationReport found={found} />}
      {answer?.refusal && <Notice tone="bad">{any(answer.refusal.key, answer.refusal.values)}</Notice>}
      {answer?.check && <FileAnswer check={answer.check} />}
      <FileForm />
    </div>
  );
};
