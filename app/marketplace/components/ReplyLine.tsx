import { useWords } from "~/words/use-words";
import type { replyFigures } from "../rules/reply-record";

/** How an organization answers: "回复及时 7/8，平均 10 小时（88%）"; without a case, that there is none. */
export const ReplyLine = ({ figures }: { figures: ReturnType<typeof replyFigures> }) => {
  const t = useWords("enquiries");
  const { due, answered, meanHours, percent } = figures;
  if (due === 0) return <>{t("record.none")}</>;
  return (
    <>
      {meanHours === null
        ? t("record.known", { answered, due })
        : t("record.knownHours", { answered, due, hours: meanHours })}
      {percent !== null && t("record.percent", { percent })}
    </>
  );
};
