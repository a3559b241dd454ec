import { errorFor, type FormState } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { sizeText, Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";

type EvidenceFormProps = {
  evidence: readonly { id: string; name: string; bytes: number }[];
  mayEdit: boolean;
  limit: number;
  state: FormState | null;
};

const ACCEPT = ".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.csv,.txt";

/** Files kept as evidence: add, open, remove what was not submitted yet. */
export const EvidenceForm = ({ evidence, mayEdit, limit, state }: EvidenceFormProps) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  const files = evidence.map((file) => ({
    id: file.id,
    name: file.name,
    href: `/files/${file.id}`,
    size: sizeText(file.bytes),
  }));
  if (!mayEdit) {
    return files.length === 0 ? (
      <p className="meta mt-3">{t("verification.none")}</p>
    ) : (
      <ul className="mt-3">
        {files.map((file) => (
          <li key={file.id}>
            <a href={file.href}>{file.name}</a> <span className="note">{file.size}</span>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <form method="post" encType="multipart/form-data" className="form mt-3" data-upload="">
      <p className="hint">{t("verification.evidenceHint")}</p>
      <Upload
        name="evidence"
        label={t("verification.evidence")}
        error={errorFor(state, "evidence", any)}
        accept={ACCEPT}
        types={t("verification.accept")}
        maxBytes={limit}
        files={files}
        removeName="remove"
        multiple
        required={files.length === 0}
      />
      <div>
        <Button look="ghost" name="intent" value="upload">
          {t("verification.upload")}
        </Button>
      </div>
    </form>
  );
};
