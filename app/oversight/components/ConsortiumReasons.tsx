import { reasonText } from "~/agreements/components/sentences";
import { useTranslator, useWords } from "~/words/use-words";
import type { ConsortiumTold } from "../queries/consortia-page.server";

/** Why a consortium's health is what it is, who does not move, and what would restore it. */
export const ConsortiumReasons = ({ consortium }: { consortium: ConsortiumTold }) => {
  const t = useWords("cards");
  const translator = useTranslator();
  const nameOf = (id: string) => consortium.members.find((member) => member.id === id)?.shortName ?? "";
  const { down, silent } = consortium;
  return (
    <>
      {down.length > 0 && (
        <ul className="mt-1 text-sm">
          {down.map((reason) => (
            <li key={reason.id}>{reasonText(reason, translator, nameOf)}</li>
          ))}
        </ul>
      )}
      <p className={silent.length > 0 ? "mt-1 text-sm font-semibold" : "meta mt-1"}>
        {silent.length > 0
          ? t("consortia.silent", {
              names: silent.map(({ name }) => name).join(translator.language === "en" ? ", " : "、"),
            })
          : t("consortia.noneSilent")}
      </p>
      {down.length > 0 && consortium.health !== "sound" && (
        <details className="text-sm">
          <summary className="min-h-11 content-center text-qing">{t("consortia.restore")}</summary>
          <ul className="list-disc pl-5">
            {down.map(({ id }) => (
              <li key={id}>{translator.any(`agreements.restore.${id}`)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
