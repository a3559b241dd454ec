import { errorFor, type FormState } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";

type ConsentAccountProps = {
  /** `link`: somebody is signed in · `open`: the mailed address can have an account · `signIn`: it has one. */
  way: "link" | "open" | "signIn";
  reader: string;
  path: string;
  state: FormState | null;
};

/** The optional way to an account, so that a guardian finds everything about the child without keeping the link. */
export const ConsentAccount = ({ way, reader, path, state }: ConsentAccountProps) => {
  const t = useWords("consents");
  const identity = useWords("identity");
  const { any } = useTranslator();
  return (
    <div className="no-print">
      <Section title={t("account.title")} id="account">
        <p className="meta mt-2">{t("account.text")}</p>
        {way === "signIn" && (
          <div className="row mt-3">
            <LinkButton look="ghost" href={`/login?returnTo=${encodeURIComponent(path)}`}>
              {t("account.signIn")}
            </LinkButton>
          </div>
        )}
        {way === "link" && (
          <form method="post" className="mt-3">
            <HiddenField name="intent" value="link" />
            <Button look="ghost">{t("account.link", { name: reader })}</Button>
          </form>
        )}
        {way === "open" && (
          <form method="post" className="form mt-3">
            <HiddenField name="intent" value="account" />
            <TextField
              name="password"
              type="password"
              label={identity("field.password")}
              hint={identity("passwordHint")}
              autoComplete="new-password"
              maxLength={200}
              required
              error={errorFor(state, "password", any)}
            />
            <div className="row">
              <Button look="ghost">{t("account.open")}</Button>
            </div>
          </form>
        )}
      </Section>
    </div>
  );
};
