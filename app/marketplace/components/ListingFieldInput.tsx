import { HAZARDS } from "~/catalogues/hazards";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { CodeField } from "~/ui/form/CodeField";
import { DateField } from "~/ui/form/DateField";
import { MoneyField } from "~/ui/form/MoneyField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { FieldView } from "../queries/listing-draft.server";

type ListingFieldInputProps = {
  field: FieldView;
  error?: string;
  posts: readonly { id: string; name: string }[];
};

const SPARE_ROWS = 2;

const one = (stored: FieldView["stored"]): string | undefined =>
  (Array.isArray(stored) ? stored[0] : stored) ?? undefined;
const many = (stored: FieldView["stored"]): string[] =>
  stored === null ? [] : Array.isArray(stored) ? stored : [stored];

/** Several majors: a row for each that is there, and spare ones; one row takes several, apart by commas. */
const MajorRows = ({ field, error }: ListingFieldInputProps) => {
  const t = useWords("listings");
  const rows = [
    ...many(field.stored).filter((text) => text.trim() !== ""),
    ...Array<string>(SPARE_ROWS).fill(""),
  ];
  return rows.map((text, place) => (
    <CodeField
      // biome-ignore lint/suspicious/noArrayIndexKey: rows of one form have no other name
      key={place}
      name="majors"
      {...(place > 0 ? { id: `majors-${place}`, required: true } : { required: field.required })}
      label={place === 0 ? t("field.majors.label") : t("edit.anotherMajor", { number: place + 1 })}
      bare={place > 0}
      hint={place === 0 ? t("field.majors.hint") : undefined}
      error={place === 0 ? error : undefined}
      suggest="/api/v1/majors?q="
      defaultValue={text}
    />
  ));
};

/** One field of a listing's draft, by its type. Nothing is required by the browser: a draft may be saved half done. */
export const ListingFieldInput = (props: ListingFieldInputProps) => {
  const { field, error, posts } = props;
  const t = useWords("listings");
  const { any, language } = useTranslator();
  const { name, spec, required, stored } = field;
  const hint = t(`field.${name}.hint`) || undefined;
  const shared = { name, label: t(`field.${name}.label`), hint, error };
  const marked = { ...shared, required };
  const option = (value: string) => any(`listings.option.${name}.${value}`);
  const none = { value: "none", label: t("none") };
  switch (spec.type) {
    case "majors":
      return <MajorRows {...props} />;
    case "region":
      return <CodeField {...marked} suggest="/api/v1/regions?q=" defaultValue={one(stored)} />;
    case "occupation":
      return <CodeField {...marked} suggest="/api/v1/occupations?q=" defaultValue={one(stored)} />;
    case "post":
      return posts.length === 0 ? null : (
        <SelectField
          {...marked}
          empty={t("edit.noPost")}
          defaultValue={one(stored)}
          options={posts.map((post) => ({ value: post.id, label: post.name }))}
        />
      );
    case "area":
      return <TextArea {...marked} defaultValue={one(stored)} maxLength={spec.max} />;
    case "lines":
      return <TextArea {...marked} defaultValue={one(stored)} />;
    case "date":
      return <DateField {...marked} defaultValue={one(stored)} />;
    case "money":
      return <MoneyField {...marked} defaultValue={one(stored)} per={t(`per.${spec.per}`)} />;
    case "integer":
      return <NumberField {...marked} defaultValue={one(stored)} unit={t(`unit.${spec.unit}`)} />;
    case "hours":
      return <NumberField {...marked} defaultValue={one(stored)} step={0.5} unit={t("unit.hours")} />;
    case "yesNo":
      return (
        <RadioGroup
          {...marked}
          inline
          defaultValue={one(stored)}
          options={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
        />
      );
    case "declaration":
      return <CheckboxField {...marked} defaultChecked={one(stored) === "on"} />;
    case "choice":
      return (
        <SelectField
          {...marked}
          defaultValue={one(stored)}
          options={spec.options.map((value) => ({ value, label: option(value) }))}
        />
      );
    case "choicesOrNone":
      return (
        <CheckboxGroup
          {...marked}
          inline
          defaultValues={many(stored)}
          options={[none, ...spec.options.map((value) => ({ value, label: option(value) }))]}
        />
      );
    case "hazards":
      return (
        <CheckboxGroup
          {...marked}
          defaultValues={many(stored)}
          options={[
            none,
            ...Object.entries(HAZARDS).map(([value, text]) => ({
              value,
              label: language === "en" ? text.en : text.zh,
            })),
          ]}
        />
      );
    default:
      return <TextField {...marked} defaultValue={one(stored)} maxLength={spec.max} />;
  }
};
