import { DataTable } from "../DataTable";
import { EmptyState } from "../EmptyState";
import { Facets } from "../Facets";
import { LinkButton } from "../LinkButton";
import { MatchReasons } from "../MatchReasons";
import { Money } from "../Money";
import { Pagination } from "../Pagination";
import { ResultItem } from "../ResultItem";
import { Section } from "../Section";
import { StateBadge } from "../StateBadge";
import { Tag } from "../Tag";
import { type Tile, TileMap } from "../TileMap";
import { TodoItem } from "../TodoItem";

const FACETS = [
  {
    name: "kind",
    title: "类型",
    kind: "links",
    options: [
      { value: "apprenticeship", label: "学徒岗位", count: 38, href: "#", selected: true },
      { value: "internship", label: "岗位实习", count: 64, href: "#" },
      { value: "training_base", label: "实训基地", count: 7, href: "#" },
      { value: "joint_project", label: "共建项目", count: 12, href: "#" },
    ],
  },
  {
    name: "condition",
    title: "条件",
    kind: "checks",
    options: [
      { value: "minors", label: "可接收未满 18 岁", count: 19, selected: true },
      { value: "housing", label: "提供住宿", count: 26 },
    ],
  },
] as const;

const TILES: Tile[] = (
  [
    ["440200", "韶", "韶关市", 5, 0, 30],
    ["441800", "清", "清远市", 3, 1, 12],
    ["441600", "河", "河源市", 5, 1, 26],
    ["441400", "梅", "梅州市", 6, 1, 22],
    ["445300", "云", "云浮市", 1, 2, 9],
    ["441200", "肇", "肇庆市", 2, 2, 38],
    ["440600", "佛", "佛山市", 3, 2, 66],
    ["440100", "广", "广州市", 4, 2, 92],
    ["441300", "惠", "惠州市", 5, 2, 58],
    ["445100", "潮", "潮州市", 6, 2, null],
    ["440900", "茂", "茂名市", 0, 3, 24],
    ["441700", "阳", "阳江市", 1, 3, 20],
    ["440700", "江", "江门市", 2, 3, 44],
    ["442000", "中", "中山市", 3, 3, 60],
    ["441900", "莞", "东莞市", 4, 3, 84],
    ["440500", "汕", "汕头市", 5, 3, 34],
    ["445200", "揭", "揭阳市", 6, 3, 28],
    ["440800", "湛", "湛江市", 0, 4, 26],
    ["440400", "珠", "珠海市", 3, 4, 62],
    ["440300", "深", "深圳市", 4, 4, 88],
    ["441500", "尾", "汕尾市", 5, 4, 18],
  ] as const
).map(([code, short, name, col, row, value]) => ({
  code,
  short,
  name,
  col,
  row,
  value,
  text: value === null ? "暂无数据" : `${value} 个岗位`,
  href: `/listings?region=${code}`,
  outline: code === "440100" ? "here" : value !== null && value < 13 ? "flag" : undefined,
}));

const COMMITMENTS = [
  { id: "1", name: "南粤精密机械（番禺）", posts: 44, reply: "86%", state: "生效中", tone: "ok" },
  { id: "2", name: "穗工智造", posts: 24, reply: "首次合作", state: "对接中", tone: "act" },
  { id: "3", name: "华南酒店集团", posts: 0, reply: "31%", state: "需要关注", tone: "bad" },
] as const;

/** Lists: results with facets and map, what waits, a table, nothing found. */
export const KitLists = ({ now }: { now: string }) => (
  <>
    <div className="cols-three">
      <Facets groups={FACETS} clearHref="#" />
      <Section title="38 个学徒岗位" aside={<a href="#sort">按适配度</a>}>
        <ResultItem
          title="数控车床操作调整 学徒"
          href="#one"
          meta="南粤精密机械（番禺）· 6.2 公里 · 10 个名额，余 4"
          figure={<Money fen={380000} toFen={420000} per="月" />}
          why={
            <MatchReasons
              parts={[
                {
                  id: "fit",
                  label: "专业对口",
                  score: 10000,
                  fact: "专业对口：数控技术 → 车工（专业简介列明）",
                },
                { id: "record", label: "合作记录", score: 7800, fact: "近三届留用 11/14" },
                { id: "reply", label: "回复", score: 8600, fact: "回复及时 86%" },
              ]}
            />
          }
          tags={
            <>
              <Tag>双导师</Tag>
              <Tag>包住宿</Tag>
              <Tag>可接收 16–17 岁</Tag>
            </>
          }
        />
        <ResultItem
          title="加工中心编程 学徒（现代学徒制 2026 秋）"
          href="#two"
          meta="穗工智造 · 18.4 公里 · 24 个名额，余 24"
          figure={<Money fen={400000} per="月" />}
          why={
            <MatchReasons
              parts={[
                { id: "fit", label: "专业对口", score: 9000, fact: "专业对口：数控技术、模具设计与制造" },
                { id: "record", label: "合作记录", score: 5000, fact: "首次合作，尚无往届记录" },
                { id: "quota", label: "名额", score: 2500, fact: "在岗 112 人，本单位还可接收 5 人" },
              ]}
            />
          }
        />
        <Pagination previousHref="#previous" nextHref="#next" />
      </Section>
      <div className="card">
        <TileMap
          title="广东省 · 学徒岗位"
          measure="岗位数"
          summary="广州、深圳、东莞最多；清远、云浮有需求但岗位很少。"
          tiles={TILES}
        />
      </div>
    </div>
    <Section title="轮到你" aside="5 件">
      <TodoItem
        due="2026-11-21"
        now={now}
        title="珠江自动化提出修改：实训设备折旧条款"
        meta="产业学院共建协议 · 第 3 版 · 改动 2 处，对方的同意已随修改失效"
        action={
          <LinkButton href="#change" small>
            查看改动
          </LinkButton>
        }
      />
      <TodoItem
        due="2026-11-22"
        now={now}
        title="穗工智造询问：能否接收 24 名数控学徒"
        meta="首次联系 · 适配度高，本单位按比例还可接收 5 人"
        action={
          <LinkButton href="#reply" look="ghost" small>
            回复
          </LinkButton>
        }
      />
    </Section>
    <DataTable
      caption="合作企业"
      columns={[
        {
          key: "name",
          label: "企业",
          cell: (row) => <a href="#profile">{row.name}</a>,
          lead: true,
          sortHref: "#name",
        },
        { key: "state", label: "状态", cell: (row) => <StateBadge tone={row.tone} word={row.state} /> },
        { key: "reply", label: "回复率", cell: (row) => row.reply, numeric: true },
        {
          key: "posts",
          label: "已确认岗位",
          cell: (row) => row.posts,
          numeric: true,
          sortHref: "#posts",
          sorted: "descending",
        },
      ]}
      rows={COMMITMENTS}
      rowKey={(row) => row.id}
      csvHref="#csv"
    />
    <EmptyState
      title="30 公里内没有符合条件的岗位"
      action={
        <>
          <LinkButton href="#wider">放宽到 60 公里</LinkButton>
          <LinkButton href="#need" look="quiet">
            留下需求
          </LinkButton>
        </>
      }
    >
      放宽距离后有 6 个；留下的需求会计入本地区缺口，有岗位时通知你。
    </EmptyState>
  </>
);
