import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";

export type SlipView = {
  id: string;
  name: string;
  studentNumber: string;
  className: string;
  code: string;
  tail: "id" | "number";
  until: string;
  qr: { size: number; path: string };
};

/** One student's slip of paper: who it is for, the code, the square to scan, three steps. */
export const JoinSlip = ({ slip, site, school }: { slip: SlipView; site: string; school: string }) => {
  const t = useWords("students");
  const { language } = useTranslator();
  return (
    <li className="grid break-inside-avoid grid-cols-[minmax(0,1fr)_104px] gap-4 border border-dashed border-(--edge) p-4">
      <div>
        <p className="note">{school}</p>
        <p>
          <strong>{slip.name}</strong> <span className="meta">{slip.className}</span>{" "}
          <span className="num meta">{slip.studentNumber}</span>
        </p>
        <p className="num my-1 text-lg font-semibold tracking-wider">{slip.code}</p>
        <ol className="meta list-inside list-decimal">
          <li>{t("invitations.slipStep1", { site })}</li>
          <li>{t(`invitations.slipStep2.${slip.tail}`)}</li>
          <li>{t("invitations.slipStep3")}</li>
        </ol>
        <p className="note mt-1">
          {t("invitations.slipUntil", { date: absoluteText(slip.until.slice(0, 10), language) })}
        </p>
      </div>
      <svg
        viewBox={`0 0 ${slip.qr.size} ${slip.qr.size}`}
        width="104"
        height="104"
        role="img"
        aria-label={slip.code}
      >
        <rect width="100%" height="100%" fill="#ffffff" />
        <path d={slip.qr.path} fill="#000000" shapeRendering="crispEdges" />
      </svg>
    </li>
  );
};
