import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { useTranslator, useWords } from "~/words/use-words";

type InvitationWayProps = {
  invitation: {
    way: "accept" | "signOut" | "signIn" | "create";
    email: string;
    readerName: string;
  };
  state: FormState | null;
  /** The invitation's own path, to come back to after signing in or out. */
  path: string;
  labels: { name: string; password: string };
};

/** The one way on for whoever opens an invitation: accept, sign out, sign in, or make an account. */
export const InvitationWay = ({ invitation, state, path, labels }: InvitationWayProps) => {
  const t = useWords("identity");
  const { any } = useTranslator();
  const { way, email, readerName } = invitation;
  if (way === "accept") {
    return (
      <form method="post">
        <HiddenField name="intent" value="accept" />
        <Button>{t("invitation.acceptAs", { name: readerName })}</Button>
      </form>
    );
  }
  if (way === "signOut") {
    return (
      <>
        <Notice tone="wait">{t("invitation.wrongPerson", { email, name: readerName })}</Notice>
        <form method="post" action="/logout">
          <HiddenField name="returnTo" value={path} />
          <Button look="quiet">{t("invitation.signOut")}</Button>
        </form>
      </>
    );
  }
  if (way === "signIn") {
    return (
      <>
        <p className="mb-4">{t("invitation.hasAccount")}</p>
        <LinkButton href={`/login?returnTo=${encodeURIComponent(path)}`}>{t("invitation.signIn")}</LinkButton>
      </>
    );
  }
  return (
    <form method="post" className="form mt-6">
      <p>{t("invitation.create")}</p>
      <HiddenField name="intent" value="join" />
      <TextField
        name="name"
        label={labels.name}
        autoComplete="name"
        maxLength={60}
        required
        defaultValue={shown(state, "name")}
        error={errorFor(state, "name", any)}
      />
      <TextField
        name="password"
        type="password"
        label={labels.password}
        hint={t("passwordHint")}
        autoComplete="new-password"
        maxLength={200}
        required
        error={errorFor(state, "password", any)}
      />
      <div className="form-end">
        <Button>{t("invitation.createSubmit")}</Button>
      </div>
    </form>
  );
};
