import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";

type Slip = { qr: { size: number; path: string } };

/** One slip of paper: what it is, until when, the square to scan. No name, no number, nothing to tell it from the next. */
export const AnswerSlip = ({ slip, title, until }: { slip: Slip; title: string; until: string }) => {
  const t = useWords("surveys");
  const { language } = useTranslator();
  return (
    <li className="grid break-inside-avoid grid-cols-[minmax(0,1fr)_112px] gap-4 border border-dashed border-(--edge) p-4">
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        <p className="meta mt-2">{t("sheets.slipStep", { date: absoluteText(until, language) })}</p>
        <p className="note mt-2">{t("sheets.slipAnonymous")}</p>
      </div>
      <svg
        viewBox={`0 0 ${slip.qr.size} ${slip.qr.size}`}
        width="112"
        height="112"
        role="img"
        aria-label={t("sheets.code")}
      >
        <rect width="100%" height="100%" fill="#ffffff" />
        <path d={slip.qr.path} fill="#000000" shapeRendering="crispEdges" />
      </svg>
    </li>
  );
};
