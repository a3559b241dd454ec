import { CopyButton } from "~/ui/CopyButton";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { useWords } from "~/words/use-words";

/** Ten recovery codes, this once: to be printed or copied and kept apart from the phone. */
export const RecoveryCodes = ({ codes, email }: { codes: readonly string[]; email: string }) => {
  const t = useWords("identity");
  return (
    <>
      <Notice tone="wait">{t("step.codesOnce")}</Notice>
      <p className="meta mt-4">{t("step.codesFor", { email })}</p>
      <ol className="num my-4 grid max-w-[440px] list-decimal grid-cols-2 gap-x-10 gap-y-2 pl-6 text-lg">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="meta">{t("step.codesKeep")}</p>
      <div className="row mt-4 no-print">
        <LinkButton href="/account/second-step">{t("step.codesDone")}</LinkButton>
        <CopyButton text={codes.join("\n")} />
      </div>
    </>
  );
};
