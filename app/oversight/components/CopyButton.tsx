import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { useWords } from "~/words/use-words";
import type { ReportKind } from "../rules/report-kinds";

type CopyButtonProps = { kind: ReportKind; subjectId: string; submissionKey: string };

/** Asks for a PDF with the reader's watermark; it goes into the log of downloads. */
export const CopyButton = ({ kind, subjectId, submissionKey }: CopyButtonProps) => {
  const t = useWords("reports");
  return (
    <form method="post" action="/oversight/downloads">
      <HiddenField name="kind" value={kind} />
      <HiddenField name="subjectId" value={subjectId} />
      <HiddenField name="submissionKey" value={submissionKey} />
      <Button look="ghost" small icon="download">
        {t("downloads.pdf")}
      </Button>
    </form>
  );
};
