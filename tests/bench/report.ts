export type BenchTarget = { name: string; value: number; target: number; ok: boolean };

/** What one bench found: lines to print, figures by name, and the figures that have a target. */
export type BenchReport = {
  name: string;
  lines: string[];
  figures: Record<string, number>;
  targets: BenchTarget[];
};

/** Prints a report as the terminal shows it. */
export const printReport = (report: BenchReport): void => {
  console.log(`\n${report.name}`);
  for (const line of report.lines) console.log(`  ${line}`);
  for (const target of report.targets) {
    console.log(`  ${target.ok ? "ok  " : "MISS"} ${target.name}: ${target.value} (target ${target.target})`);
  }
};
