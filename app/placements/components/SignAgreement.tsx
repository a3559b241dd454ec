import { errorFor, type FormState } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";

type Row = {
  documentId: string;
  digest: string;
  placementId: string;
  title: string;
  parties: { name: string; signed: boolean }[];
  pay: string;
  startsOn: string;
  endsOn: string;
};

/** One agreement in a list that is signed at once: its parties, its terms in a line, and the whole text a link away. */
export const SignRow = ({ row, selectable }: { row: Row; selectable: boolean }) => {
  const t = useWords("placements");
  const person = row.parties.at(-1)?.name ?? "";
  const text = (
    <span>
      <b>{person}</b> · {row.title}
      <small className="num">
        {row.startsOn} — {row.endsOn} · {row.pay}
      </small>
      <small>
        {row.parties
          .map((party) => t(party.signed ? "sign.signedBy" : "sign.waitsFor", { name: party.name }))
          .join(" · ")}
      </small>
    </span>
  );
  return (
    <li className="my-2">
      {selectable ? (
        <label className="choice">
          <input type="checkbox" name="document" value={`${row.documentId}:${row.digest}`} defaultChecked />
          {text}
        </label>
      ) : (
        <div className="choice">{text}</div>
      )}
      <a className="note" href={`/placements/${row.placementId}/agreement`}>
        {t("sign.read", { name: person })}
      </a>
    </li>
  );
};

/** The words of consent and the password: one for all that is ticked. */
export const PasswordToSign = ({ state }: { state: FormState | null }) => {
  const t = useWords("placements");
  const { any } = useTranslator();
  return (
    <Section id="sign" title={t("sign.action")}>
      <div className="form my-3">
        <p>{t("agreement.consent")}</p>
        <TextField
          name="password"
          type="password"
          label={t("field.password")}
          autoComplete="current-password"
          maxLength={200}
          required
          error={errorFor(state, "password", any)}
        />
        <Button>{t("sign.action")}</Button>
      </div>
    </Section>
  );
};
