import type { FactRow } from "../listing-text";

/** A listing's own facts, name and value, one to a line. */
export const ListingFactList = ({ rows }: { rows: readonly FactRow[] }) => (
  <dl>
    {rows.map(({ name, label, text }) => (
      <div key={name} className="grid gap-x-6 border-b border-line py-2.5 sm:grid-cols-[11em_minmax(0,1fr)]">
        <dt className="meta">{label}</dt>
        <dd className="whitespace-pre-line">
          {Array.isArray(text) ? (
            <ul>
              {text.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : (
            text
          )}
        </dd>
      </div>
    ))}
  </dl>
);
