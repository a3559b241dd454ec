import { fieldErrors } from "~/identity/components/field-errors";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { useTranslator, useWords } from "~/words/use-words";

type JoinFormProps = {
  page: {
    way: "accept" | "address" | "signIn" | "create";
    reader: string;
    email: string | null;
    checked: boolean;
    tail: "id" | "number";
  };
  state: FormState | null;
  path: string;
};

/** Birth date and last characters, then the one way on that this code and this reader have. */
export const JoinForm = ({ page, state, path }: JoinFormProps) => {
  const t = useWords("students");
  const identity = useWords("identity");
  const { any } = useTranslator();
  const labels = {
    birthDate: t("join.birthDate"),
    tail: t(`join.tail.${page.tail}`),
    email: t("join.email"),
    password: t("join.password"),
  };
  if (page.way === "signIn") {
    return (
      <>
        <p className="mb-4">{t("join.signInText", { email: page.email ?? "" })}</p>
        <LinkButton href={`/login?returnTo=${encodeURIComponent(path)}`}>{t("join.signIn")}</LinkButton>
      </>
    );
  }
  return (
    <form method="post" className="form">
      <FormErrors
        errors={fieldErrors(state, labels, any)}
        {...(state ? { message: any(state.message.key, state.message.values) } : {})}
      />
      <HiddenField name="intent" value={page.way} />
      {!page.checked && (
        <>
          <DateField
            name="birthDate"
            label={labels.birthDate}
            required
            defaultValue={shown(state, "birthDate")}
            error={errorFor(state, "birthDate", any)}
          />
          <TextField
            name="tail"
            label={labels.tail}
            hint={t(`join.tailHint.${page.tail}`)}
            maxLength={4}
            autoComplete="off"
            required
            className="input-short num"
            error={errorFor(state, "tail", any)}
          />
        </>
      )}
      {page.way === "address" && (
        <TextField
          name="email"
          type="email"
          label={labels.email}
          hint={t("join.emailHint")}
          autoComplete="email"
          maxLength={254}
          required
          defaultValue={shown(state, "email")}
          error={errorFor(state, "email", any)}
        />
      )}
      {page.way === "create" && (
        <>
          {page.email && <p className="meta">{t("join.createFor", { email: page.email })}</p>}
          <TextField
            name="password"
            type="password"
            label={labels.password}
            hint={identity("passwordHint")}
            autoComplete="new-password"
            maxLength={200}
            required
            error={errorFor(state, "password", any)}
          />
        </>
      )}
      {page.way === "accept" && <p className="meta">{t("join.acceptText", { name: page.reader })}</p>}
      <div className="form-end">
        <Button>
          {page.way === "address"
            ? t("join.emailSubmit")
            : page.way === "create"
              ? t("join.create")
              : t("join.accept", { name: page.reader })}
        </Button>
      </div>
    </form>
  );
};
