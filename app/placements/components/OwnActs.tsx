import { ConsentWording } from "~/identity/components/ConsentWording";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { ApplicationPage } from "../queries/application-page.server";
import { STUDENT_REASONS } from "../rules/application-lifecycle";

export type OwnActName = "share" | "accept" | "confirm" | "change" | "decline" | "withdraw";

type OwnActsProps = { page: ApplicationPage; state: FormState | null; refused: OwnActName | null };

const EndForm = ({ page, state, refused, act }: OwnActsProps & { act: "decline" | "withdraw" }) => {
  const t = useWords("applications");
  const { any } = useTranslator();
  return (
    <details className="answer" open={refused === act}>
      <summary>{t(act === "decline" ? "page.declineTitle" : "page.withdrawTitle")}</summary>
      <form method="post">
        <HiddenField name="version" value={page.version} />
        <SelectField
          name="reason"
          id={`${act}-reason`}
          label={t("page.reason")}
          required
          error={refused === act ? errorFor(state, "reason", any) : undefined}
          options={STUDENT_REASONS.map((one) => ({ value: one, label: t(`studentReason.${one}`) }))}
        />
        <TextArea
          name="note"
          id={`${act}-note`}
          label={t("page.add")}
          rows={2}
          defaultValue={refused === act ? shown(state, "note") : undefined}
        />
        <Button look="danger" name="intent" value={act}>
          {t(`act.${act}`)}
        </Button>
      </form>
    </details>
  );
};

const InterviewForms = ({ page, state, refused }: OwnActsProps) => {
  const t = useWords("applications");
  const { any } = useTranslator();
  const interview = page.interviews.find((one) => one.state === "proposed");
  if (!interview || page.side !== "student") return null;
  return (
    <>
      <form method="post" className="my-4">
        <HiddenField name="version" value={page.version} />
        <HiddenField name="interview" value={interview.id} />
        <Button name="intent" value="confirm">
          {t("act.confirm")}
        </Button>
      </form>
      <details className="answer" open={refused === "change"}>
        <summary>{t("act.change")}</summary>
        <form method="post">
          <HiddenField name="version" value={page.version} />
          <HiddenField name="interview" value={interview.id} />
          <TextField
            name="wish"
            label={t("interview.change")}
            hint={t("interview.changeHint")}
            required
            error={errorFor(state, "wish", any)}
            defaultValue={shown(state, "wish")}
          />
          <Button look="ghost" name="intent" value="change">
            {t("act.change")}
          </Button>
        </form>
      </details>
    </>
  );
};

/** What the student, or their school for them, can do with one application now. */
export const OwnActs = (props: OwnActsProps) => {
  const { page, state, refused } = props;
  const t = useWords("applications");
  const { any } = useTranslator();
  const own = page.side === "student";
  const mayShare = own && page.missing.share.includes("student") && page.turn !== null;
  const again = page.state === "accepted";
  const heard = page.missing.internship.length === 0;
  const mayAccept =
    own && (page.moves.includes("accept") || (again && heard && page.moves.includes("place")));
  const consent = (label: string) => (
    <CheckboxField
      name="consent"
      label={label}
      required
      error={refused === "share" || refused === "accept" ? errorFor(state, "consent", any) : undefined}
    />
  );
  return (
    <>
      {mayShare && (
        <form method="post" className="my-4">
          <ConsentWording wording={page.wording.share} />
          <HiddenField name="version" value={page.version} />
          {consent(t("apply.consent"))}
          <Button name="intent" value="share">
            {t("act.share")}
          </Button>
        </form>
      )}
      {own && <InterviewForms {...props} />}
      {mayAccept && (
        <form method="post" className="my-4">
          <ConsentWording wording={page.wording.internship} />
          <HiddenField name="version" value={page.version} />
          {consent(t("page.consentPlace"))}
          <Button name="intent" value="accept">
            {t(again ? "act.acceptAgain" : "act.accept")}
          </Button>
        </form>
      )}
      {page.moves.includes("decline") && <EndForm {...props} act="decline" />}
      {page.moves.includes("withdraw") && <EndForm {...props} act="withdraw" />}
    </>
  );
};
