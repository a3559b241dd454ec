import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { BookingPage } from "../queries/booking-page.server";

type Visitor = BookingPage["visitors"][number];

const Word = ({ visitor, page }: { visitor: Visitor; page: BookingPage }) => {
  const t = useWords("resources");
  const { any } = useTranslator();
  if (visitor.link === null && visitor.answer === null)
    return <>{visitor.mayTakePart ? t("booking.answer.none") : t("booking.answer.open")}</>;
  if (visitor.answer !== null) {
    const how = visitor.how ? ` · ${any(`resources.booking.how.${visitor.how}`)}` : "";
    return <>{`${any(`resources.booking.answer.${visitor.answer}`)}${how}`}</>;
  }
  return (
    <div className="grid gap-1">
      <span>{t("booking.answer.open")}</span>
      {visitor.link && <a href={visitor.link}>{`${t("booking.link")} ${visitor.position}`}</a>}
      {page.may.list && (
        <form method="post" className="row mt-1">
          <HiddenField name="version" value={page.version} />
          <HiddenField name="visitor" value={visitor.id} />
          <TextField
            bare
            id={`guardian-${visitor.id}`}
            name="guardian"
            label={t("field.guardian")}
            placeholder={t("field.guardian")}
            maxLength={40}
          />
          <Button small look="ghost" name="intent" value="paper">
            {t("booking.paper")}
          </Button>
        </form>
      )}
    </div>
  );
};

/** The names of a group with each guardian's word; a school sees its links, the host the names of the day. */
export const ClassList = ({ page }: { page: BookingPage }) => {
  const t = useWords("resources");
  const rows = page.visitors;
  return (
    <DataTable
      caption={t("booking.list")}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          label: t("booking.name"),
          lead: true,
          cell: (row) => `${row.position}. ${row.name ?? ""}`,
        },
        { key: "age", label: t("booking.age"), numeric: true, cell: (row) => row.age },
        {
          key: "guardian",
          label: t("booking.guardian"),
          cell: (row) => <Word visitor={row} page={page} />,
        },
        ...(page.state === "held"
          ? [
              {
                key: "came",
                label: t("field.came"),
                cell: (row: Visitor) => (row.came ? t("booking.present") : t("booking.absent")),
              },
            ]
          : []),
      ]}
    />
  );
};
