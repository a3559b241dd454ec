import { useWords } from "~/words/use-words";
import { yuanText } from "../amount";
import { Field, type FieldProps, fieldWiring } from "./Field";

type MoneyFieldProps = FieldProps & {
  /** What is stored, in fen. */
  defaultFen?: number | null;
  /** What was typed, shown again as it was after a refusal; wins over `defaultFen`. */
  defaultValue?: string | null;
  /** After 元: "/ 月". */
  per?: string;
};

/** An amount typed in yuan; the room's schema turns the text into fen. */
export const MoneyField = (props: MoneyFieldProps) => {
  const t = useWords("ui");
  const stored = props.defaultFen == null ? undefined : yuanText(props.defaultFen);
  return (
    <Field {...props}>
      <div className="with-unit">
        <input
          {...fieldWiring(props)}
          className="input num"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={props.defaultValue ?? stored}
        />
        <span>{props.per ? `${t("yuan")} ${props.per}` : t("yuan")}</span>
      </div>
    </Field>
  );
};
