import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { TextField } from "~/ui/form/TextField";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { plainJoinCode } from "../rules/join-code";

export const loader = ({ request }: LoaderFunctionArgs) => {
  const typed = new URL(request.url).searchParams.get("code")?.trim();
  if (typed) throw redirect(`/join/${encodeURIComponent(plainJoinCode(typed).slice(0, 80))}`, 303);
  return { title: translatorFor(languageOf(request.headers)).room("students")("join.codeTitle") };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** Where a code from a slip of paper is typed by those who cannot scan it. */
export default function Join() {
  const t = useWords("students");
  const { title } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-[520px]">
      <PageHeader title={title} />
      <form method="get" className="form mt-5">
        <TextField
          name="code"
          label={t("join.code")}
          hint={t("join.codeHint")}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <div className="form-end">
          <Button>{t("join.codeSubmit")}</Button>
        </div>
      </form>
    </div>
  );
}
