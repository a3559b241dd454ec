import { closeDatabase } from "~/platform/db/client.server";
import { systemClock } from "~/platform/time/clock";
import { rebuildIndicators } from "../commands/rebuild-indicators.server";
import { indicatorsChecked } from "../queries/indicators-checked.server";

/**
 * `npm run recompute`: counts every indicator again from the records and keeps the result; goes on where it was stopped.
 * With `--check` nothing is kept: the maintained figures are compared with a full recount. Exits 1 when they differ.
 */
const check = async (): Promise<number> => {
  const { compared, differing, cells } = await indicatorsChecked((done) => {
    if (done % 2_000 === 0) console.log(`${done} …`);
  });
  console.log(`${compared} organizations compared, ${differing.length} differ, ${cells.length} sums differ`);
  for (const id of differing) console.log(`✗ ${id}`);
  for (const cell of cells)
    console.log(`✗ ${cell.indicatorId} ${cell.period} ${cell.verdict} ${cell.regionCode}`);
  return differing.length + cells.length > 0 ? 1 : 0;
};

const rebuild = async (): Promise<number> => {
  const changed = await rebuildIndicators(systemClock, {
    tell: ({ done, of }) => {
      if (done === of || done % 2_000 === 0) console.log(`${done} / ${of}`);
    },
  });
  console.log(`${changed ?? 0} organizations had changed`);
  return 0;
};

process.exitCode = await (process.argv.includes("--check") ? check() : rebuild());
await closeDatabase();
