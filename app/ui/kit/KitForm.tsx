import { Button } from "../Button";
import { CheckboxField } from "../form/CheckboxField";
import { CheckboxGroup } from "../form/CheckboxGroup";
import { CodeField } from "../form/CodeField";
import { DateField } from "../form/DateField";
import { DraftNote } from "../form/DraftNote";
import { FormErrors } from "../form/FormErrors";
import { MoneyField } from "../form/MoneyField";
import { NumberField } from "../form/NumberField";
import { RadioGroup } from "../form/RadioGroup";
import { SelectField } from "../form/SelectField";
import { TextArea } from "../form/TextArea";
import { TextField } from "../form/TextField";
import { NearMeButton } from "../NearMeButton";
import { Section } from "../Section";
import { Upload } from "../Upload";

/** A search strip and a long form that came back refused. */
export const KitForm = () => (
  <>
    <Section title="查找">
      <form className="search mt-4" action="/ui">
        <TextField
          name="q"
          label="关键词"
          type="search"
          bare
          placeholder="岗位、专业、企业"
          defaultValue="数控"
        />
        <TextField name="place" label="地点" bare defaultValue="广州市 · 番禺区" />
        <SelectField
          name="radius"
          label="半径"
          bare
          empty={false}
          defaultValue="30"
          options={[
            { value: "10", label: "10 公里内" },
            { value: "30", label: "30 公里内" },
          ]}
        />
        <Button icon="search">查找</Button>
      </form>
      <form className="row mt-3" action="/ui">
        <NearMeButton />
      </form>
    </Section>
    <Section title="表单">
      <form className="form mt-5" data-draft="kit" data-guard="" action="/ui">
        <DraftNote />
        <FormErrors
          errors={[
            { field: "seats", label: "名额", message: "不能小于 1。" },
            { field: "kind", label: "形式", message: "请从列出的选项中选择。" },
          ]}
        />
        <TextField name="title" label="岗位名称" hint="写清工种与层次，例如“数控车工 学徒”。" required />
        <CodeField
          name="major"
          label="面向专业"
          hint="输入专业名称或代码"
          suggest="/api/v1/majors?q="
          required
        />
        <div className="form-pair">
          <NumberField
            name="seats"
            label="名额"
            unit="人"
            required
            defaultValue={0}
            min={1}
            error="不能小于 1。"
          />
          <MoneyField name="pay" label="报酬" per="/ 月" defaultFen={380050} required />
          <DateField name="from" label="开始日期" required defaultValue="2026-09-01" />
          <SelectField
            name="level"
            label="层次"
            options={[
              { value: "secondary", label: "中职" },
              { value: "higher", label: "高职专科" },
            ]}
          />
        </div>
        <RadioGroup
          name="kind"
          label="形式"
          inline
          required
          error="请从列出的选项中选择。"
          options={[
            { value: "apprenticeship", label: "学徒岗位", hint: "双导师，签学徒培养协议" },
            { value: "internship", label: "岗位实习" },
          ]}
        />
        <CheckboxGroup
          name="benefits"
          label="待遇"
          inline
          defaultValues={["housing"]}
          options={[
            { value: "housing", label: "提供住宿" },
            { value: "meals", label: "提供工作餐" },
          ]}
        />
        <TextArea name="duties" label="工作内容" maxLength={2000} />
        <Upload
          name="licence"
          label="营业执照"
          accept=".pdf,.jpg,.png"
          types="PDF 或图片"
          maxBytes={10_485_760}
          files={[{ id: "f1", name: "营业执照.pdf", href: "#file", size: "482 KB" }]}
          removeName="remove"
        />
        <CheckboxField
          name="minors"
          label="可接收未满 18 岁的学生"
          hint="会核对岗位有无禁止的工种与夜班。"
          defaultChecked
        />
        <div className="form-end">
          <Button>保存并继续</Button>
          <Button look="quiet">存为草稿</Button>
        </div>
      </form>
    </Section>
  </>
);
