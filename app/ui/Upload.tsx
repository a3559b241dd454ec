import { useWords } from "~/words/use-words";
import { Field, type FieldProps, fieldWiring } from "./form/Field";
import { Icon } from "./Icon";

type UploadProps = Omit<FieldProps, "hint"> & {
  /** As the input's `accept`: ".pdf,.jpg". */
  accept: string;
  /** The accepted kinds as people read them: "PDF 或图片". */
  types: string;
  maxBytes: number;
  multiple?: boolean;
  /** Already stored; `removeName` makes a button sending that name with the file's id. */
  files?: readonly { id: string; name: string; href?: string; size?: string }[];
  removeName?: string;
};

const MEGABYTE = 1_048_576;

/** A size in bytes as people read it: "10 MB", "512 KB". */
export const sizeText = (bytes: number): string =>
  bytes >= MEGABYTE
    ? `${Math.round((bytes / MEGABYTE) * 10) / 10} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** Files from the reader's device. The form needs `encType="multipart/form-data"`, and `data-upload` to show progress. */
export const Upload = (props: UploadProps) => {
  const { accept, types, maxBytes, multiple, files = [], removeName, ...field } = props;
  const t = useWords("ui");
  const hinted = { ...field, hint: t("upload.limits", { types, size: sizeText(maxBytes) }) };
  return (
    <Field {...hinted}>
      <div className="upload">
        {files.length > 0 && (
          <ul className="upload-files" aria-label={t("upload.existing")}>
            {files.map((file) => (
              <li key={file.id}>
                <Icon name="paperclip" />
                {file.href ? <a href={file.href}>{file.name}</a> : file.name}
                <span className="note">{file.size}</span>
                {removeName && (
                  <button
                    type="submit"
                    className="plain-button ml-auto"
                    name={removeName}
                    value={file.id}
                    formNoValidate
                    aria-label={t("upload.remove", { name: file.name })}
                  >
                    <Icon name="close" />
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        <input
          {...fieldWiring(hinted)}
          type="file"
          accept={accept}
          multiple={multiple}
          data-max-bytes={maxBytes}
        />
        <progress max={100} value={0} hidden aria-label={t("upload.progress")} />
      </div>
    </Field>
  );
};
