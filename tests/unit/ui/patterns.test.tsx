import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BatonLine } from "~/ui/BatonLine";
import { CommitmentBar } from "~/ui/CommitmentBar";
import { DataTable } from "~/ui/DataTable";
import { DueDate } from "~/ui/DueDate";
import { EmptyState } from "~/ui/EmptyState";
import { FindingList } from "~/ui/FindingList";
import { HealthDial } from "~/ui/HealthDial";
import { ICON_NAMES, Icon } from "~/ui/Icon";
import { MatchReasons } from "~/ui/MatchReasons";
import { Money } from "~/ui/Money";
import { Pagination } from "~/ui/Pagination";
import { ProgressSteps } from "~/ui/ProgressSteps";
import { SealMark, sealCharacters } from "~/ui/SealMark";
import { Stat } from "~/ui/Stat";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { levelsOf, TileMap } from "~/ui/TileMap";
import { markup } from "./render";

const NOW = "2026-11-22T02:00:00Z";
const TONES: Tone[] = ["neutral", "act", "ok", "wait", "bad"];

it.each(TONES)("a state of tone %s always carries its word", (tone) => {
  expect(markup(<StateBadge tone={tone} word="已发布" />)).toMatch(
    /<i aria-hidden="true"><\/i>已发布<\/span>$/,
  );
});

it.each(ICON_NAMES)("the icon %s is drawn and never read aloud", (name) => {
  const html = markup(<Icon name={name} />);
  expect(html).toContain('aria-hidden="true"');
  expect(html).toMatch(/ d="M[\d.\s\w-]+"/);
});

describe("whose turn", () => {
  it("names the other side, or says it is yours", () => {
    expect(markup(<BatonLine holder="南粤精密" task="确认交付" due="2026-11-27" now={NOW} />)).toContain(
      "轮到南粤精密",
    );
    expect(markup(<BatonLine holder="南粤精密" mine task="确认交付" now={NOW} />)).toContain("轮到你");
    expect(markup(<BatonLine holder="X" mine task="confirm" now={NOW} />, "en")).toContain("Your turn");
  });

  it("turns late the day after it was due", () => {
    expect(markup(<BatonLine holder="甲" task="答复" due="2026-11-22" now={NOW} />)).not.toContain(
      "baton-late",
    );
    expect(markup(<BatonLine holder="甲" task="答复" due="2026-11-21" now={NOW} />)).toContain("baton-late");
  });

  it.each([
    ["2026-11-21", "逾期 1 天", "due-late"],
    ["2026-11-22", "今天到期", "due-near"],
    ["2026-11-23", "还有 1 天", "due-near"],
    ["2026-11-26", "还有 4 天", 'class="due"'],
  ])("due %s reads %s", (due, words, look) => {
    const html = markup(<DueDate due={due} now={NOW} />);
    expect(html).toContain(words);
    expect(html).toContain(look);
  });
});

describe("findings", () => {
  const finding = {
    id: "r1",
    verdict: "warn",
    sentence: "同岗还可接收 1 人。",
    source: "某条",
    fix: "错开时间",
  } as const;

  it("never cites an article nobody has verified", () => {
    const html = markup(<FindingList findings={[{ ...finding, verified: false }]} />);
    expect(html).toContain("内部规则");
    expect(html).not.toContain("某条");
  });

  it("cites a verified one, with a word for the verdict and what to do", () => {
    const html = markup(<FindingList findings={[{ ...finding, verified: true }]} />);
    expect(html).toContain("某条");
    expect(html).toContain("注意");
    expect(html).toContain("怎么办：错开时间");
  });
});

it("a commitment's bar never overflows, whatever was delivered", () => {
  const amount = fc.nat({ max: 5000 });
  fc.assert(
    fc.property(amount, amount, amount, (promised, delivered, accepted) => {
      const html = markup(<CommitmentBar {...{ promised, delivered, accepted }} unit="个" />);
      for (const [, percent] of html.matchAll(/="([\d.-]+)%"/g)) {
        expect(Number(percent)).toBeGreaterThanOrEqual(0);
        expect(Number(percent)).toBeLessThanOrEqual(100);
      }
    }),
    { numRuns: 60 },
  );
});

it.each([
  [-5, 0],
  [79.4, 79],
  [140, 100],
])("a health of %d is shown as %d, in words too", (score, shown) => {
  const html = markup(
    <HealthDial
      score={score}
      tone="ok"
      verdict="实质运行。"
      reasons={[{ direction: "down", text: "落后 1 个" }]}
    />,
  );
  expect(html).toContain(`aria-label="${shown} 分（满分 100）"`);
  expect(html).toContain("扣分");
});

it("a reason keeps its fact, and says what would help only where there is room", () => {
  const parts = [{ id: "reply", label: "回复", score: 3100, fact: "13 次回复 4 次", improve: "两天内答复" }];
  const short = markup(<MatchReasons parts={parts} />);
  expect(short).toContain("13 次回复 4 次");
  expect(short).toContain("low");
  expect(short).not.toContain("两天内答复");
  expect(markup(<MatchReasons parts={parts} long />)).toContain("可改进：两天内答复");
});

describe("tables", () => {
  const columns = [
    { key: "name", label: "企业", cell: (row: { name: string }) => row.name, lead: true },
    {
      key: "posts",
      label: "岗位",
      cell: () => 44,
      numeric: true,
      sortHref: "?sort=posts",
      sorted: "descending" as const,
    },
  ];

  it("name their cells for the cards of a phone and their order for a screen reader", () => {
    const html = markup(
      <DataTable
        caption="合作企业"
        columns={columns}
        rows={[{ name: "南粤" }]}
        rowKey={(row) => row.name}
        csvHref="?csv"
      />,
    );
    expect(html).toContain('data-label="岗位"');
    expect(html).toContain('aria-sort="descending"');
    expect(html).toContain("<caption>合作企业</caption>");
    expect(html).toContain('role="rowheader"');
    expect(html).toContain("下载 CSV");
  });

  it("say what to do when empty", () => {
    const html = markup(
      <DataTable
        caption="合作企业"
        columns={columns}
        rows={[]}
        rowKey={(row) => row.name}
        empty={<EmptyState title="还没有合作企业" />}
      />,
    );
    expect(html).not.toContain("<table");
    expect(html).toContain("还没有合作企业");
  });
});

it("paging shows only the ways that exist", () => {
  expect(markup(<Pagination />)).toBe("");
  const html = markup(<Pagination nextHref="?after=1" />);
  expect(html).toContain('rel="next"');
  expect(html).not.toContain('rel="prev"');
});

it("steps say where one is and lead back to what is saved", () => {
  const html = markup(
    <ProgressSteps
      steps={[
        { label: "类型", state: "done", href: "?step=1" },
        { label: "名额", state: "current", href: "?step=2" },
        { label: "发布", state: "todo" },
      ]}
    />,
  );
  expect(html).toContain("第 2 步，共 3 步");
  expect(html).toContain('aria-current="step"');
  expect(html).toContain('href="?step=1"');
  expect(html).not.toContain('href="?step=2"');
});

it("a figure shows what it was divided from and when", () => {
  const html = markup(
    <Stat value="91.7%" label="对口率" numerator={99} denominator={108} asOf="2026-07-01" href="/rows" />,
  );
  expect(html).toContain("99 / 108");
  expect(html).toContain("2026 年 7 月 1 日");
  expect(html).toContain('href="/rows"');
});

it("pay is a range only when it is one", () => {
  expect(markup(<Money fen={380000} toFen={420000} per="月" />)).toContain("3,800–4,200 元/月");
  expect(markup(<Money fen={380000} toFen={380000} />)).toContain(">3,800 元<");
});

it("a seal takes four characters and names who sealed", () => {
  expect(sealCharacters("南粤（机电）学校")).toEqual(["南", "粤", "机", "电"]);
  expect(markup(<SealMark text="南粤机电" parties="南粤、机电" />)).toContain(
    'aria-label="南粤、机电 已用印"',
  );
});

describe("the tile map", () => {
  it("ranks into five levels, none for no data, and never falls when the figure rises", () => {
    expect(levelsOf([1, 2, 3, 4, 1000])).toEqual([1, 2, 3, 4, 5]);
    expect(levelsOf([null, 7])).toEqual([0, 3]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 60 }), (values) => {
        const levels = levelsOf(values);
        for (const [a, value] of values.entries()) {
          expect(levels[a]).toBeGreaterThanOrEqual(1);
          expect(levels[a]).toBeLessThanOrEqual(5);
          for (const [b, other] of values.entries())
            if (value > other) expect(levels[a]!).toBeGreaterThanOrEqual(levels[b]!);
        }
      }),
    );
  });

  it("tells the same figures as a table", () => {
    const tile = {
      code: "440100",
      short: "广",
      name: "广州市",
      col: 0,
      row: 0,
      value: 92,
      text: "92 个岗位",
    };
    const none = { ...tile, code: "445100", short: "潮", name: "潮州市", col: 1, value: null, text: "" };
    const html = markup(
      <TileMap title="广东省" measure="岗位数" summary="广州最多。" tiles={[none, tile]} />,
    );
    expect(html).toMatch(/<td>广州市<\/td><td class="numeric">92 个岗位<\/td>/);
    expect(html.indexOf("<td>广州市")).toBeLessThan(html.indexOf("<td>潮州市"));
    expect(html).toContain("无数据");
  });
});
