import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import { RecordFacts } from "./RecordFacts";
import { type MatterView, matterId, StudentConsents } from "./StudentConsents";
import { type HistoryView, StudentTimeline } from "./StudentHistory";

export type OwnRecordProps = {
  record: {
    studentId: string;
    school: string;
    studentNumber: string;
    name: string;
    sex: "male" | "female";
    birthDate: string | null;
    idTail: string | null;
    phone: string | null;
    email: string | null;
    age: number | null;
    programme: string;
    entryYear: number;
    className: string;
    guardians: readonly {
      name: string;
      relation: "father" | "mother" | "grandparent" | "other";
      phone: string | null;
    }[];
    consents: readonly MatterView[];
    history: readonly HistoryView[];
  };
  now: string;
};

const OwnMatter = ({ matter, studentId }: { matter: MatterView; studentId: string }) => {
  const t = useWords("students");
  const c = useWords("consents");
  const given = matter.standing?.student === "given";
  const id = matterId(matter);
  return (
    <form method="post" className="row mt-3">
      <HiddenField name="student" value={studentId} />
      <HiddenField name="purpose" value={matter.purpose} />
      {matter.recipientId && <HiddenField name="recipient" value={matter.recipientId} />}
      {given ? (
        <ConfirmButton
          id={id}
          label={c("answer.withdraw")}
          question={c("answer.withdrawQuestion")}
          look="ghost"
          small
          name="intent"
          value="withdrawn"
        >
          <p>{c("answer.withdrawText")}</p>
        </ConfirmButton>
      ) : (
        <Button look="ghost" small name="intent" value="given">
          {matter.standing?.student === "none" ? c("answer.give") : t("own.giveAgain")}
        </Button>
      )}
    </form>
  );
};

/** One of the reader's own student records in the clear, with consents to withdraw and who did what with it. */
export const OwnRecordView = ({ record, now }: OwnRecordProps) => {
  const t = useWords("students");
  const minor = record.age !== null && record.age < 18;
  const id = record.studentId;
  return (
    <>
      <Section title={t("own.record")} id={`record-${id}`}>
        <RecordFacts record={record} />
        <p className="meta mt-2">{t("own.wrong", { school: record.school })}</p>
      </Section>
      <Section title={t("own.consents")} id={`consents-${id}`}>
        <p className="meta mt-2">{t("own.consentsText")}</p>
        {minor && (
          <div className="mt-3">
            <Notice tone="wait">{t("own.needsGuardian")}</Notice>
          </div>
        )}
        {record.consents.length === 0 && <p>{t("own.noConsents")}</p>}
        <StudentConsents
          matters={record.consents}
          action={(matter) => <OwnMatter matter={matter} studentId={record.studentId} />}
        />
      </Section>
      <Section title={t("own.history")} id={`history-${id}`}>
        {record.history.length === 0 ? (
          <p className="mt-2">{t("own.noHistory")}</p>
        ) : (
          <StudentTimeline history={record.history} now={now} />
        )}
      </Section>
    </>
  );
};
