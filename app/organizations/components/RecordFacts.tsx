import { useWords } from "~/words/use-words";
import { FactList } from "./FactList";
import type { OwnRecordProps } from "./OwnRecord";

/** A student's record in the clear, for those whose data it is. */
export const RecordFacts = ({ record }: { record: OwnRecordProps["record"] }) => {
  const t = useWords("students");
  const c = useWords("consents");
  const or = (text: string | null) => text || t("page.notGiven");
  return (
    <FactList
      facts={[
        { label: t("own.school"), value: record.school },
        { label: t("field.studentNumber"), value: record.studentNumber },
        { label: t("field.name"), value: record.name },
        { label: t("field.sex"), value: t(`sex.${record.sex}`) },
        { label: t("field.birthDate"), value: or(record.birthDate) },
        { label: t("field.idTail"), value: or(record.idTail) },
        { label: t("field.programme"), value: record.programme },
        { label: t("field.entryYear"), value: String(record.entryYear) },
        { label: t("field.className"), value: record.className },
        { label: t("field.phone"), value: or(record.phone) },
        { label: t("field.email"), value: or(record.email) },
        {
          label: t("own.guardians"),
          value: record.guardians.length
            ? record.guardians
                .map((one) => `${one.name} ${c(`relation.${one.relation}`)} ${one.phone ?? ""}`.trim())
                .join(c("comma"))
            : t("page.notGiven"),
        },
      ]}
    />
  );
};
