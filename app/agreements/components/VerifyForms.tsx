import { Button } from "~/ui/Button";
import { FindingList } from "~/ui/FindingList";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { FileCheck } from "../file-check";
import { UPLOAD_LIMIT } from "../rules/limits";
import { whereOf } from "../rules/public-check";
import { checkFindings, whereText } from "./VerificationReport";

/** The field for a code; a plain search that works everywhere. */
export const CodeForm = ({ typed }: { typed?: string }) => {
  const t = useWords("agreements");
  return (
    <form method="get" action="/verify" className="form">
      <TextField
        name="code"
        label={t("verifyPage.code")}
        hint={t("verifyPage.codeHint")}
        required
        maxLength={20}
        spellCheck={false}
        defaultValue={typed}
      />
      <Button icon="search">{t("verifyPage.look")}</Button>
    </form>
  );
};

/** A file to be checked against what was sealed. Nothing of it is kept. */
export const FileForm = () => {
  const t = useWords("agreements");
  return (
    <form method="post" encType="multipart/form-data" className="form" data-upload="">
      <Upload
        name="file"
        label={t("verifyPage.upload")}
        required
        accept=".pdf,.json"
        types="PDF, JSON"
        maxBytes={UPLOAD_LIMIT}
      />
      <Button look="ghost">{t("verifyPage.look")}</Button>
    </form>
  );
};

/** What came of checking an uploaded file. */
export const FileAnswer = ({ check }: { check: FileCheck }) => {
  const t = useWords("agreements");
  const translator = useTranslator();
  if (check.kind === "unknown") return <Notice tone="bad">{t("verifyPage.unknownFile")}</Notice>;
  if (check.kind === "unreadable") {
    return (
      <Notice tone="bad">
        {t("verifyPage.fileBroken")}{" "}
        {check.place === "file"
          ? t("place.file", { detail: check.detail })
          : whereText(whereOf(check.place, null), translator)}
      </Notice>
    );
  }
  const holds = check.kind === "pdf" ? check.result.holds : check.verification.holds;
  const checks = check.kind === "pdf" ? [check.result] : check.verification.checks;
  return (
    <div className="stack">
      <Notice tone={holds ? "ok" : "bad"}>
        {t(holds ? "verifyPage.fileHolds" : "verifyPage.fileBroken")}
      </Notice>
      <FindingList findings={checkFindings(checks, translator)} />
      {check.code && (
        <p>
          <a href={`/verify/${check.code}`}>{check.code}</a>
        </p>
      )}
    </div>
  );
};
