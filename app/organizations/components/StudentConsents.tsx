import type { ReactNode } from "react";
import { ConsentBadge } from "~/identity/components/ConsentBadge";
import type { ConsentPurpose } from "~/identity/rules/consent-purposes";
import type { ConsentStanding } from "~/identity/rules/consent-standing";
import { StateBadge } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";

export type MatterView = {
  purpose: ConsentPurpose;
  recipientId: string | null;
  recipient: string | null;
  standing: ConsentStanding | null;
  words: readonly {
    id: string;
    act: "given" | "refused" | "withdrawn";
    party: "student" | "guardian";
    at: string;
    wordingVersion: string;
    wordingHash: string;
    reason: string | null;
  }[];
};

export const matterId = (matter: { purpose: string; recipientId: string | null }): string =>
  `matter-${matter.purpose}-${matter.recipientId ?? "none"}`;

type StudentConsentsProps = {
  matters: readonly MatterView[];
  /** What the reader may do about a matter: buttons under its words. */
  action?: (matter: MatterView) => ReactNode;
};

/** Every matter with where it stands, whose word is wanted, and what was said in which wording. */
export const StudentConsents = ({ matters, action }: StudentConsentsProps) => {
  const t = useWords("students");
  const c = useWords("consents");
  const { language } = useTranslator();
  return (
    <ul>
      {matters.map((matter) => {
        const purpose = c(`purpose.${matter.purpose}`);
        const { standing } = matter;
        return (
          <li key={matterId(matter)} className="border-b border-(--line) py-4">
            <div className="between">
              <h3 className="text-base">
                {matter.recipient ? t("page.matter", { purpose, recipient: matter.recipient }) : purpose}
              </h3>
              {standing && (
                <StateBadge
                  tone={standing.complete ? "ok" : "wait"}
                  word={
                    standing.complete
                      ? t("page.complete")
                      : t("page.incomplete", {
                          missing: standing.missing.map((one) => c(`party.${one}`)).join(c("comma")),
                        })
                  }
                />
              )}
            </div>
            {standing && (
              <div className="row mt-1 text-sm">
                <span className="meta">{c("party.student")}</span>{" "}
                <ConsentBadge standing={standing.student} />
                <span className="meta">{c("party.guardian")}</span>{" "}
                <ConsentBadge standing={standing.guardian} />
              </div>
            )}
            <ul className="mt-2">
              {matter.words.map((word) => (
                <li key={word.id} className="note">
                  {absoluteText(word.at, language)}{" "}
                  {t("page.word", {
                    party: c(`party.${word.party}`),
                    standing: c(`standing.${word.act}`),
                    version: word.wordingVersion,
                    hash: word.wordingHash.slice(0, 12),
                  })}
                  {word.reason && <> {word.reason}</>}
                </li>
              ))}
            </ul>
            {action?.(matter)}
          </li>
        );
      })}
    </ul>
  );
};
