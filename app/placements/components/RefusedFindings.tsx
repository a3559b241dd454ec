import { FindingList, type FindingView } from "~/ui/FindingList";
import { Notice } from "~/ui/Notice";

type RefusedFindingsProps = {
  message: string;
  fields: readonly string[];
  findings: readonly FindingView[];
};

/** Why something was refused: the sentence, the fields, and what the rules say against it. */
export const RefusedFindings = ({ message, fields, findings }: RefusedFindingsProps) => (
  <>
    <Notice tone="bad">
      {message} {fields.join(" ")}
    </Notice>
    {findings.length > 0 && <FindingList findings={findings} />}
  </>
);
