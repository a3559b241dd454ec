import { errorFor, type FormState } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { sizeText, Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";

type EvidenceFormProps = {
  evidence: readonly { id: string; name: string; bytes: number; createdAt: Date }[];
  /** When the operator was last shown the files: what is older stays. */
  shownAt: string | null;
  mayEdit: boolean;
  limit: number;
  state: FormState | null;
};

const ACCEPT = ".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.csv,.txt";

/** Files that can be opened and no longer removed. */
const FileList = ({ files }: { files: EvidenceFormProps["evidence"] }) => {
  const t = useWords("organizations");
  if (files.length === 0) return <p className="meta mt-3">{t("verification.none")}</p>;
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id} className="between border-b border-(--line) py-2">
          <a href={`/files/${file.id}`}>{file.name}</a>
          <span className="note num">{sizeText(file.bytes)}</span>
        </li>
      ))}
    </ul>
  );
};

/** Files kept as evidence: add, open, remove what was not submitted yet. */
export const EvidenceForm = ({ evidence, shownAt, mayEdit, limit, state }: EvidenceFormProps) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  const settled = evidence.filter(
    (file) => !mayEdit || (shownAt !== null && file.createdAt.toISOString() <= shownAt),
  );
  const loose = evidence.filter((file) => !settled.includes(file));
  if (!mayEdit) return <FileList files={settled} />;
  return (
    <form method="post" encType="multipart/form-data" className="form mt-3" data-upload="">
      {settled.length > 0 && <FileList files={settled} />}
      <p className="hint">{t("verification.evidenceHint")}</p>
      <Upload
        name="evidence"
        label={t("verification.evidence")}
        error={errorFor(state, "evidence", any)}
        accept={ACCEPT}
        types={t("verification.accept")}
        maxBytes={limit}
        files={loose.map((file) => ({
          id: file.id,
          name: file.name,
          href: `/files/${file.id}`,
          size: sizeText(file.bytes),
        }))}
        removeName="remove"
        multiple
        required={evidence.length === 0}
      />
      <div>
        <Button look="ghost" name="intent" value="upload">
          {t("verification.upload")}
        </Button>
      </div>
    </form>
  );
};
