import type { FormState } from "~/platform/http/form-state";
import { errorFor, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { useTranslator, useWords } from "~/words/use-words";
import type { TransferPageData } from "../queries/transfer-page.server";

type Props = { page: TransferPageData; state: FormState | null };

const Versioned = ({ page, intent }: { page: TransferPageData; intent?: string }) => (
  <>
    <HiddenField name="version" value={page.version} />
    {intent && <HiddenField name="intent" value={intent} />}
  </>
);

const Plain = ({ page, intent, label }: { page: TransferPageData; intent: string; label: string }) => (
  <form method="post" className="mt-3">
    <Versioned page={page} intent={intent} />
    <Button>{label}</Button>
  </form>
);

const Counselling = ({ page, state }: Props) => {
  const t = useWords("transfers");
  const { any } = useTranslator();
  return (
    <form method="post" className="form mt-3">
      <Versioned page={page} intent="counsel" />
      <HiddenField name="shownHash" value={page.shownHash} />
      <div className="form-pair">
        <DateField
          name="heldOn"
          label={t("field.heldOn")}
          required
          max={page.today}
          defaultValue={shown(state, "heldOn", page.today)}
          error={errorFor(state, "heldOn", any)}
        />
        <TextField
          name="present"
          label={t("field.present")}
          hint={t("field.presentHint")}
          required
          maxLength={200}
          defaultValue={shown(state, "present")}
          error={errorFor(state, "present", any)}
        />
      </div>
      <TextArea
        name="note"
        label={t("field.note")}
        required
        rows={3}
        maxLength={2000}
        defaultValue={shown(state, "note")}
        error={errorFor(state, "note", any)}
      />
      <Button>{t("act.counsel")}</Button>
    </form>
  );
};

type DecideProps = Props & { intent: string; yes: string; no: string };

const Decide = ({ page, state, intent, yes, no }: DecideProps) => {
  const t = useWords("transfers");
  const { any } = useTranslator();
  return (
    <form method="post" className="form mt-3">
      <Versioned page={page} intent={intent} />
      <TextArea
        name="reason"
        label={t("field.reason")}
        rows={2}
        maxLength={500}
        defaultValue={shown(state, "reason")}
        error={errorFor(state, "reason", any)}
      />
      <div className="row">
        <Button name="outcome" value="approve">
          {yes}
        </Button>
        <Button look="ghost" name="outcome" value="refuse">
          {no}
        </Button>
      </div>
    </form>
  );
};

const Finish = ({ page, state }: Props) => {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const field = (name: "studentNumber" | "className") => ({
    name,
    label: t(`field.${name}`),
    required: true,
    defaultValue: shown(state, name),
    error: errorFor(state, name, any),
  });
  return (
    <form method="post" className="form mt-3">
      <Versioned page={page} intent="finish" />
      <div className="form-pair">
        <TextField {...field("studentNumber")} maxLength={40} />
        <TextField {...field("className")} maxLength={60} />
      </div>
      <TextArea
        name="creditsNote"
        label={t("field.creditsNote")}
        hint={t("field.creditsHint")}
        required
        rows={2}
        maxLength={500}
        defaultValue={shown(state, "creditsNote")}
        error={errorFor(state, "creditsNote", any)}
      />
      <Button>{t("act.move")}</Button>
    </form>
  );
};

const Consent = ({ page }: { page: TransferPageData }) => {
  const t = useWords("transfers");
  const { standing, voices } = page;
  const own = voices.includes("student");
  return (
    <>
      {own && standing?.student !== "given" && (
        <Plain page={page} intent="consent" label={t("act.consent")} />
      )}
      {standing?.complete && (own || voices.includes("sending")) && (
        <Plain page={page} intent="submit" label={t("act.submit")} />
      )}
      {!standing?.complete && !own && <p className="meta mt-2">{t("consent.own")}</p>}
    </>
  );
};

/** The one thing the reader can do now for this transfer; nothing where it is somebody else's turn. */
export const TransferNext = ({ page, state }: Props) => {
  const t = useWords("transfers");
  const { voices } = page;
  const sending = voices.includes("sending");
  const receiving = voices.includes("receiving");
  switch (page.state) {
    case "draft":
      if (page.findings.some((one) => one.verdict === "block")) {
        return <p className="mt-3">{t("errors.blocked")}</p>;
      }
      return sending || voices.includes("student") ? (
        <Plain page={page} intent="propose" label={t("act.propose")} />
      ) : null;
    case "counselling":
      return sending ? <Counselling page={page} state={state} /> : null;
    case "consent":
      return <Consent page={page} />;
    case "sending":
      return sending ? (
        <Decide page={page} state={state} intent="sending" yes={t("act.send")} no={t("act.refuse")} />
      ) : null;
    case "assessment":
    case "ranked":
    case "notice":
      return receiving ? (
        <p className="mt-3">
          <LinkButton href={`/transfers/assessment/${page.windowId}`}>{t("assessment.title")}</LinkButton>
        </p>
      ) : null;
    case "receiving":
      return receiving ? (
        <Decide page={page} state={state} intent="receiving" yes={t("act.approve")} no={t("act.refuse")} />
      ) : null;
    case "authority":
      return voices.includes("authority") ? (
        <Decide page={page} state={state} intent="authority" yes={t("act.approve")} no={t("act.refuse")} />
      ) : null;
    case "credits":
      return receiving ? (
        <>
          <p className="mt-3">
            <LinkButton href={`/credits/transfers/${page.id}`}>{t("act.credits")}</LinkButton>
          </p>
          <details className="mt-4">
            <summary>{t("act.creditsOnPaper")}</summary>
            <Finish page={page} state={state} />
          </details>
        </>
      ) : null;
    case "returning":
      return sending ? (
        <Decide
          page={page}
          state={state}
          intent="return"
          yes={t("act.returnApprove")}
          no={t("act.returnRefuse")}
        />
      ) : null;
    default:
      return null;
  }
};
