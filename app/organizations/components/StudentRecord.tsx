import { useWords } from "~/words/use-words";
import { FactList } from "./FactList";

type Revealed = {
  birthDate: string | null;
  idTail: string | null;
  phone: string | null;
  email: string | null;
};

export type RecordView = {
  studentNumber: string;
  sex: "male" | "female";
  programme: string;
  entryYear: number;
  className: string;
  age: number | null;
  birthDate: string | null;
  hasIdTail: boolean;
  phone: string | null;
  email: string | null;
  imported: { file: string; at: string } | null;
};

/** A student's record: sealed fields masked, or in the clear right after a recorded reason. */
export const StudentRecord = ({ record, revealed }: { record: RecordView; revealed: Revealed | null }) => {
  const t = useWords("students");
  const none = <span className="note">{t("page.notGiven")}</span>;
  const birthDate = revealed?.birthDate ?? record.birthDate;
  const age = record.age === null ? "" : ` · ${t("yearsOld", { age: record.age })}`;
  const idTail = revealed?.idTail ?? (record.hasIdTail ? t("page.hidden") : null);
  const num = (text: string | null | undefined) => (text ? <span className="num">{text}</span> : none);
  return (
    <>
      <FactList
        facts={[
          { label: t("field.studentNumber"), value: num(record.studentNumber) },
          ...(record.programme ? [{ label: t("field.programme"), value: record.programme }] : []),
          { label: t("field.entryYear"), value: num(String(record.entryYear)) },
          { label: t("field.className"), value: record.className },
          { label: t("field.sex"), value: t(`sex.${record.sex}`) },
          { label: t("field.birthDate"), value: num(birthDate && `${birthDate}${age}`) },
          { label: t("field.idTail"), value: num(idTail) },
          { label: t("field.phone"), value: num(revealed?.phone ?? record.phone) },
          { label: t("field.email"), value: (revealed?.email ?? record.email) || none },
        ]}
      />
      {record.imported && <p className="note mt-2">{t("page.fromImport", { file: record.imported.file })}</p>}
    </>
  );
};
