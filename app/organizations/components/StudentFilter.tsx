import { Button } from "~/ui/Button";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { useWords } from "~/words/use-words";

type StudentFilterProps = {
  programmes: readonly { id: string; name: string }[];
  classes: readonly string[];
  query: { q?: string; programme?: string; className?: string; state: string };
};

/** Narrows the roll by words, programme, class and state; lives in the address. */
export const StudentFilter = ({ programmes, classes, query }: StudentFilterProps) => {
  const t = useWords("students");
  return (
    <search>
      <form method="get" className="row items-end">
        <TextField
          name="q"
          type="search"
          label={t("list.search")}
          placeholder={t("list.search")}
          className="w-72 max-w-full"
          bare
          maxLength={40}
          defaultValue={query.q ?? null}
        />
        {programmes.length > 0 && (
          <SelectField
            name="programme"
            label={t("field.programme")}
            bare
            empty={t("list.allProgrammes")}
            defaultValue={query.programme ?? null}
            options={programmes.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <SelectField
          name="className"
          label={t("field.className")}
          bare
          empty={t("list.allClasses")}
          defaultValue={query.className ?? null}
          options={classes.map((one) => ({ value: one, label: one }))}
        />
        <SelectField
          name="state"
          label={t("field.state")}
          bare
          empty={false}
          defaultValue={query.state}
          options={(["active", "left", "graduated"] as const).map((one) => ({
            value: one,
            label: t(`state.${one}`),
          }))}
        />
        <Button look="ghost">{t("list.searchSubmit")}</Button>
      </form>
    </search>
  );
};
