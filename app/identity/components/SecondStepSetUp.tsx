import type { FormState } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CopyButton } from "~/ui/CopyButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { useWords } from "~/words/use-words";
import { ProofFields } from "./ProofFields";
import { SquareCode } from "./SquareCode";

type SetUpProps = {
  email: string;
  secret: string;
  square: { size: number; path: string };
  state: FormState | null;
};

/** Setting up the authenticator: take over the secret by camera or by hand, then prove it with a first code. */
export const SecondStepSetUp = ({ email, secret, square, state }: SetUpProps) => {
  const t = useWords("identity");
  return (
    <>
      <h2 className="mt-6 font-semibold">{t("step.scanTitle")}</h2>
      <p className="meta mt-1 mb-4">{t("step.scanText")}</p>
      <SquareCode {...square} label={t("step.squareLabel")} />
      <p className="meta mt-4">{t("step.byHand")}</p>
      <p className="row">
        <code className="num break-all">{secret}</code>
        <CopyButton text={secret.replaceAll(" ", "")} />
      </p>
      <h2 className="mt-8 font-semibold">{t("step.proveTitle")}</h2>
      <form method="post" className="form mt-3">
        <ProofFields
          intent="confirm"
          email={email}
          state={state}
          codeLabel={t("step.firstCode")}
          codeHint={t("step.firstCodeHint")}
        />
        <div className="form-end">
          <Button>{t("step.confirm")}</Button>
        </div>
      </form>
      <form method="post" className="mt-4">
        <HiddenField name="intent" value="begin" />
        <Button look="quiet" small>
          {t("step.newSecret")}
        </Button>
      </form>
    </>
  );
};
