import { FieldError, fieldWiring } from "~/ui/form/Field";
import { useTranslator, useWords } from "~/words/use-words";
import { inLanguage } from "../fact-text";
import { definitionOf, type FactKey } from "../rules/facts/dictionary";
import { NONE } from "../rules/typed-facts";

type FactFieldProps = { fact: FactKey; text?: string; boxes: readonly string[]; error?: string };

const MANY_LINES = new Set(["texts", "dates", "periods", "codes"]);

/** The options of a yes-or-no fact or of a choice; empty says unknown. */
const Select = ({ fact, text, error }: FactFieldProps) => {
  const t = useWords("regulations");
  const { language } = useTranslator();
  const definition = definitionOf(fact);
  const options =
    definition.type === "choice"
      ? Object.entries(definition.options).map(
          ([code, words]) => [code, inLanguage(words, language)] as const,
        )
      : ([
          ["yes", t("check.yes")],
          ["no", t("check.no")],
        ] as const);
  return (
    <select
      {...fieldWiring({ name: fact, label: "", hint: true, error })}
      className="input"
      defaultValue={text ?? ""}
    >
      <option value="">{t("check.unknown")}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
};

const Input = ({ fact, text, error }: FactFieldProps) => {
  const t = useWords("regulations");
  const definition = definitionOf(fact);
  const wiring = fieldWiring({ name: fact, label: "", hint: true, error });
  if (MANY_LINES.has(definition.type) || fact === "agreement.text") {
    return <textarea {...wiring} className="input" rows={3} defaultValue={text} />;
  }
  if (definition.type === "date")
    return <input {...wiring} className="input num" type="date" defaultValue={text} />;
  const counted = definition.type === "integer" || definition.type === "number";
  const units = { people: "", days: "", months: "", hours: "" };
  const unit =
    counted && definition.unit && definition.unit in units ? (definition.unit as keyof typeof units) : null;
  const numeric = counted || definition.type === "money";
  return (
    <div className="with-unit">
      <input
        {...wiring}
        className={numeric ? "input num" : "input"}
        type="text"
        inputMode={numeric ? "decimal" : undefined}
        autoComplete="off"
        placeholder={
          definition.type === "code" || definition.type === "time" ? definition.example : undefined
        }
        defaultValue={text}
      />
      {unit && <span>{t(`unit.${unit}`)}</span>}
      {definition.type === "money" && <span>{t("unit.yuan")}</span>}
    </div>
  );
};

const Boxes = ({ fact, boxes, error }: FactFieldProps) => {
  const t = useWords("regulations");
  const { language } = useTranslator();
  const definition = definitionOf(fact);
  if (definition.type !== "choices") return null;
  const options = [
    [NONE, t("check.assessedNone")] as const,
    ...Object.entries(definition.options).map(
      ([code, words]) => [code, inLanguage(words, language)] as const,
    ),
  ];
  return (
    <fieldset className={error ? "field invalid" : "field"} aria-describedby={`${fact}-hint`}>
      <legend>{inLanguage(definition.label, language)}</legend>
      <div className="hint" id={`${fact}-hint`}>
        {inLanguage(definition.explanation, language)}
      </div>
      {options.map(([value, label], index) => (
        <label key={value} className="choice">
          <input
            id={index === 0 ? fact : `${fact}-${value}`}
            type="checkbox"
            name={fact}
            value={value}
            defaultChecked={boxes.includes(value)}
          />
          <span>{label}</span>
        </label>
      ))}
      <FieldError id={fact} error={error} />
    </fieldset>
  );
};

/** One fact as a form field, drawn from its definition. Nothing is required: left empty, the fact is unknown. */
export const FactField = (props: FactFieldProps) => {
  const { fact, error } = props;
  const t = useWords("regulations");
  const { language } = useTranslator();
  const definition = definitionOf(fact);
  if (definition.type === "choices") return <Boxes {...props} />;
  const chosen = definition.type === "choice" || definition.type === "boolean";
  return (
    <div className={error ? "field invalid" : "field"}>
      <label htmlFor={fact}>{inLanguage(definition.label, language)}</label>
      <div className="hint" id={`${fact}-hint`}>
        {inLanguage(definition.explanation, language)}
        {MANY_LINES.has(definition.type) && ` · ${t("check.listHint")}`}
      </div>
      {chosen ? <Select {...props} /> : <Input {...props} />}
      <FieldError id={fact} error={error} />
    </div>
  );
};
